import { ex, py, type Row, testRows, ts } from './rows';

const HOSTS: readonly Row[] = [
  [
    'startsWith',
    ts('export const ok = (u: string) => u.startsWith("https://hooks.slack.com/services/");'),
    ['slack declared'],
  ],
  ['includes', ts('if (location.href.includes("https://api.stripe.com")) stop();'), ['stripe declared']],
  ['===', ts('if (origin === "https://api.openai.com") stop();'), ['openai declared']],
  ['!== from the left', ts('if ("https://api.openai.com" !== origin) stop();'), ['openai declared']],
  ['a case', ts('switch (u) { case "https://api.resend.com": stop(); }'), ['resend declared']],
  ['startswith', py('def ok(url):\n    return url.startswith("https://hooks.slack.com/")\n'), ['slack declared']],
  [
    'a tuple of startswith',
    py('def ok(url):\n    return url.startswith(("https://hooks.slack.com/",))\n'),
    ['slack declared'],
  ],
  ['in', py('def ok(url):\n    return "https://api.openai.com" in url\n'), ['openai declared']],
  [
    'not in',
    py('def ok(url):\n    if "https://api.openai.com" not in url:\n        raise ValueError\n'),
    ['openai declared'],
  ],
  ['==', py('def ok(url):\n    return url == "https://api.openai.com/v1"\n'), ['openai declared']],
  [
    'starts_with?',
    ex('defmodule A do\n  def ok(u), do: String.starts_with?(u, "https://hooks.slack.com")\nend\n'),
    ['slack declared'],
  ],
  ['== in Elixir', ex('defmodule A do\n  def ok(u), do: u == "https://api.openai.com"\nend\n'), ['openai declared']],
  [
    'a comparison beside a call',
    ts('fetch("https://api.openai.com/v1/models"); if (u === "https://api.openai.com") x();'),
    ['openai called'],
  ],
  [
    'an address that is joined',
    ex('defmodule A do\n  def u(p), do: Req.get("https://api.openai.com/v1" <> p)\nend\n'),
    ['openai called'],
  ],
  ['a key of a map', ts('export const names = { "https://api.openai.com": "OpenAI" };'), ['openai configured']],
];

const TOLD: readonly Row[] = [
  [
    'a STUN server',
    ts('new RTCPeerConnection({ iceServers: [{ urls: "stun:stun.l.google.com:19302" }] });'),
    ['stun configured'],
  ],
  ['mail by Python’s own library', py('import smtplib\nsmtplib.SMTP("smtp.gmail.com", 587)\n'), ['gmail called']],
  [
    'a scope of Google',
    ts('export const SCOPES = ["https://www.googleapis.com/auth/calendar.readonly"];'),
    ['google-calendar configured'],
  ],
  [
    'an adapter of another package',
    {
      'mix.exs':
        'defmodule A.MixProject do\n  use Mix.Project\n  def project, do: [app: :a]\n  defp deps, do: [{:swoosh, "~> 1.5"}, {:langchain, "~> 0.3"}]\nend\n',
      'lib/b.ex':
        'defmodule B do\n  alias LangChain.ChatModels.ChatGoogleAI\n  def x, do: ChatGoogleAI.new!(%{model: "gemini-2.0-flash"})\nend\n',
    },
    ['google-gemini called'],
  ],
];

testRows(HOSTS);
testRows(TOLD);
