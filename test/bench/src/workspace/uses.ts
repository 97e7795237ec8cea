/** How the few files that talk to a service do so. */
export interface Use {
  readonly imports: readonly string[];
  readonly code: string;
}

export const PYTHON_USES: readonly Use[] = [
  {
    imports: ['import os', 'import stripe'],
    code: `stripe.api_key = os.environ["STRIPE_SECRET_KEY"]


def charge(customer: str, amount: int):
    return stripe.PaymentIntent.create(customer=customer, amount=amount, currency=os.getenv("CURRENCY", "eur"))
`,
  },
  {
    imports: ['import os', 'import boto3'],
    code: `bucket = os.environ.get("AWS_STORAGE_BUCKET_NAME", "media")
s3 = boto3.client("s3", region_name=os.environ.get("AWS_REGION", "eu-central-1"))


def upload(key: str, body: bytes) -> None:
    s3.put_object(Bucket=bucket, Key=key, Body=body)
`,
  },
  {
    imports: ['import os', 'from redis import Redis'],
    code: 'cache = Redis.from_url(os.environ.get("REDIS_URL", "redis://localhost:6379/0"), socket_timeout=5)\n',
  },
  {
    imports: ['from django.conf import settings', 'import requests'],
    code: `def rates(day: str):
    response = requests.get(f"https://api.frankfurter.dev/v1/{day}", timeout=settings.RATES_TIMEOUT)
    return response.json()["rates"]
`,
  },
  {
    imports: ['import os', 'import sentry_sdk'],
    code: 'sentry_sdk.init(dsn=os.getenv("SENTRY_DSN"), traces_sample_rate=float(os.getenv("SENTRY_RATE", "0.1")))\n',
  },
];

export const SCRIPT_USES: readonly Use[] = [
  {
    imports: ["import Stripe from 'stripe';"],
    code: `const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? '', { timeout: 20000 });

export async function charge(customer: string, amount: number) {
  return stripe.paymentIntents.create({ customer, amount, currency: process.env.CURRENCY || 'eur' });
}`,
  },
  {
    imports: ["import OpenAI from 'openai';"],
    code: `const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY, maxRetries: 3 });

export async function summarise(text: string) {
  return openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: text }] });
}`,
  },
  {
    imports: ["import { Resend } from 'resend';"],
    code: `const resend = new Resend(process.env.RESEND_API_KEY);

export async function notify(to: string, subject: string, html: string) {
  await resend.emails.send({ from: process.env.MAIL_FROM ?? 'post@example.com', to, subject, html });
}`,
  },
  {
    imports: ["import * as Sentry from '@sentry/node';"],
    code: 'Sentry.init({ dsn: process.env.SENTRY_DSN, tracesSampleRate: 0.2 });',
  },
  {
    imports: [],
    code: `const base = process.env.NEXT_PUBLIC_API_URL ?? 'http://localhost:3000';

export const load = (path: string) => fetch(\`\${base}/\${path}\`, { headers: { accept: 'application/json' } });`,
  },
];

export const ELIXIR_USES: readonly Use[] = [
  {
    imports: [],
    code: `  def client do
    Req.new(base_url: "https://api.postmarkapp.com", auth: {:bearer, System.fetch_env!("POSTMARK_TOKEN")})
  end
`,
  },
  {
    imports: [],
    code: `  @bucket System.get_env("S3_BUCKET", "media")

  def put(key, body), do: ExAws.S3.put_object(@bucket, key, body) |> ExAws.request()
`,
  },
  {
    imports: [],
    code: `  def report(error), do: Sentry.capture_exception(error, extra: %{release: System.get_env("RELEASE")})
`,
  },
];
