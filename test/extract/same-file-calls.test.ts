import { describe, expect, it } from 'vitest';
import { extract, ofKind } from '../support/extract';

async function told(path: string, text: string): Promise<readonly string[]> {
  const [fact] = ofKind((await extract(path, text)).facts, 'localCalls');
  return (fact?.calls ?? []).map(({ from, to, line }) => `${line} ${from} -> ${to}`);
}

describe('Python', () => {
  it.each([
    ['a function', 'def send():\n    pass\n\ndef notify():\n    send()\n', ['4 notify -> send']],
    ['the top of the file', 'def send():\n    pass\n\nsend()\n', ['3  -> send']],
    [
      'methods of the class itself',
      'class Mail:\n    def send(self):\n        self._post()\n    def _post(self):\n        pass\n',
      ['2 Mail.send -> Mail._post'],
    ],
    [
      'a constructor, and methods of what it made',
      'class A:\n    def __init__(self):\n        pass\n    def ask(self):\n        pass\n\ndef f():\n    a = A()\n    a.ask()\n',
      ['7 f -> A.__init__', '8 f -> A.ask'],
    ],
    [
      'an attribute that a method of the class chooses',
      'class A:\n    def ask(self): ...\nclass B:\n    def ask(self): ...\nclass Client:\n    def __init__(self):\n        self.inner = self._choose()\n    def _choose(self):\n        if x:\n            return A()\n        return B()\n    def ask(self):\n        self.inner.ask()\n',
      [
        '6 Client.__init__ -> Client._choose',
        '9 Client._choose -> A',
        '10 Client._choose -> B',
        '12 Client.ask -> A.ask',
        '12 Client.ask -> B.ask',
      ],
    ],
    ['a parameter with a type', 'class A:\n    def ask(self): ...\ndef f(a: A):\n    a.ask()\n', ['3 f -> A.ask']],
    ['nothing of what is imported or built in', 'from lib import send\ndef f():\n    send()\n    print()\n', []],
    ['no function of a name that is hidden', 'def send():\n    pass\n\ndef f(send):\n    send()\n', []],
  ])('tells %s', async (_, text, expected) => {
    expect(await told('app/m.py', text)).toEqual(expected);
  });

  it('tells nothing of tests', async () => {
    expect(await told('tests/test_m.py', 'def send():\n    pass\n\ndef test_it():\n    send()\n')).toEqual([]);
  });
});

describe('scripts', () => {
  it.each([
    ['a function', 'function send() {}\nexport const notify = () => { send(); };\n', ['1 notify -> send']],
    ['a function in a constant', 'const send = async () => {};\nfunction notify() { send(); }\n', ['1 notify -> send']],
    [
      'methods of the class itself',
      'class Mail {\n  send() { this.post(); }\n  private post() {}\n}\n',
      ['1 Mail.send -> Mail.post'],
    ],
    [
      'objects of a class',
      'class Mail { send() {} }\nconst mail = new Mail();\nfunction f() { mail.send(); }\n',
      ['1  -> Mail.constructor', '2 f -> Mail.send'],
    ],
    [
      'two handlers without a name, each for itself',
      'const send = () => {};\napp.get("/a", () => send());\napp.get("/b", () => send());\n',
      ['1  -> send', '2  -> send'],
    ],
    ['nothing of what is imported', 'import { send } from "./mail";\nfunction f() { send(); }\n', []],
    ['no function of a name that is hidden', 'function send() {}\nfunction f(send) { send(); }\n', []],
  ])('tells %s', async (_, text, expected) => {
    expect(await told('src/m.ts', text)).toEqual(expected);
  });
});

describe('Elixir', () => {
  it('tells calls of functions that the same module defines', async () => {
    const text =
      'defmodule App.Mail do\n  def send(to), do: to |> prepare() |> post()\n  defp prepare(to), do: to\n  defp post(mail) do\n    Req.post("x", json: mail)\n  end\nend\n';
    expect(await told('lib/app/mail.ex', text)).toEqual([
      '1 App.Mail.send -> App.Mail.prepare',
      '1 App.Mail.send -> App.Mail.post',
    ]);
  });
});
