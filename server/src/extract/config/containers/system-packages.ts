import type { SystemPackageFact } from '../../../model/config-facts';
import { rangeInLine } from '../../text-index';
import type { Instruction, Word } from './docker-instructions';

/** How package managers are told to install, by their name. */
const INSTALLS: Readonly<Record<string, RegExp>> = {
  'apt-get': /^install$/,
  apt: /^install$/,
  aptitude: /^install$/,
  apk: /^add$/,
  dnf: /^install$/,
  microdnf: /^install$/,
  yum: /^install$/,
  zypper: /^(?:install|in)$/,
};
const OPTIONS_WITH_VALUE = /^(?:-t|--target-release|-o|--option|-c|--repository|-X)$/;
/** `apk add --virtual .build gcc` is there to be deleted again as one. */
const VIRTUAL = /^(?:--virtual|-t)(?:=|$)/;
const NAME = /^[a-z0-9][a-z0-9+.-]+$/;
const MOST = 200;

/** What a `RUN` instruction installs of its distribution: `apt-get install -y ffmpeg`, `apk add --no-cache chromium`. */
export function systemPackages({ name, words }: Instruction): readonly SystemPackageFact[] {
  if (name !== 'RUN') return [];
  return commandsOf(words)
    .flatMap((command) => installed(command))
    .slice(0, MOST);
}

/** The words of each command on the line, without what joins them. */
function commandsOf(words: readonly Word[]): readonly (readonly Word[])[] {
  const commands: Word[][] = [[]];
  for (const word of words) {
    if (/^(?:&&|\|\||[;|&(){}])$/.test(word.raw)) commands.push([]);
    else commands.at(-1)?.push(word);
    if (/[;&|]$/.test(word.raw) && word.raw.length > 1) commands.push([]);
  }
  return commands;
}

function installed(command: readonly Word[]): readonly SystemPackageFact[] {
  const at = command.findIndex(({ text }) => Object.hasOwn(INSTALLS, text));
  const manager = command[at]?.text ?? '';
  const verb = command.findIndex(({ text }, index) => index > at && INSTALLS[manager]?.test(text) === true);
  if (at < 0 || verb < 0) return [];
  const rest = command.slice(at + 1);
  if (manager === 'apk' && rest.some(({ text }) => VIRTUAL.test(text))) return [];
  return command.slice(verb + 1).flatMap((word, index, all) => {
    if (OPTIONS_WITH_VALUE.test(all[index - 1]?.text ?? '')) return [];
    // `ffmpeg=7:6.1*`, `chromium@edge`, `git/stable`, `libc6:amd64`
    const name = /^[^=@/:;&|<>~]*/.exec(word.text)?.[0] ?? '';
    if (!NAME.test(name)) return [];
    const column = word.column + word.raw.indexOf(name);
    return [{ kind: 'systemPackage', name, manager, range: rangeInLine(word.line, column, column + name.length) }];
  });
}
