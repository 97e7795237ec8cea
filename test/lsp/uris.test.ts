import { expect, test } from 'vitest';
import { linkTo, pathOfUri, relativeTo } from '../../server/src/lsp/uris';

test('a path is the same however an editor writes its address', () => {
  expect(pathOfUri('file:///C:/Work/a.ts')).toBe('c:/Work/a.ts');
  expect(pathOfUri('file:///c%3A/Work/a.ts')).toBe('c:/Work/a.ts');
  expect(pathOfUri('file:///c%3a/Work/')).toBe('c:/Work');
  expect(pathOfUri('file:///home/me/a%20b/%5Bid%5D.ts')).toBe('/home/me/a b/[id].ts');
  expect(pathOfUri('file:///home/me/a b/[id].ts')).toBe('/home/me/a b/[id].ts');
  expect(pathOfUri('file:///home/me/caf%C3%A9#L3')).toBe('/home/me/café');
  expect(pathOfUri('file:///')).toBe('/');
  expect(pathOfUri('file:///c:/')).toBe('c:/');
});

test('shares and remotes lie where they lie', () => {
  expect(pathOfUri('file://server/share/a.ts')).toBe('//server/share/a.ts');
  expect(pathOfUri('vscode-remote://127.0.0.1:8080/home/me/a.ts')).toBe('/home/me/a.ts');
  expect(pathOfUri('vscode-remote://wsl%2Bubuntu/home/me/a.ts')).toBe('/home/me/a.ts');
});

test('what lies on no disk has no path', () => {
  expect(pathOfUri('untitled:Untitled-1')).toBeUndefined();
  expect(pathOfUri('git:/home/me/a.ts?x')).toBeUndefined();
  expect(pathOfUri('vscode-vfs://github/me/it')).toBeUndefined();
  expect(pathOfUri('file:///%E0%A4%A')).toBeUndefined();
  expect(pathOfUri('not an address')).toBeUndefined();
});

test('a folder holds what lies below it', () => {
  expect(relativeTo('/home/me', '/home/me/src/a.ts')).toBe('src/a.ts');
  expect(relativeTo('/home/me', '/home/me')).toBe('');
  expect(relativeTo('/home/me', '/home/menu/a.ts')).toBeUndefined();
  expect(relativeTo('/', '/a.ts')).toBe('a.ts');
  expect(relativeTo('c:/', 'c:/a.ts')).toBe('a.ts');
});

test('links keep out of the way of Markdown', () => {
  expect(linkTo('file:///home/me', 'app/(auth)/[id] x.ts', 11)).toBe(
    'file:///home/me/app/%28auth%29/%5Bid%5D%20x.ts#L12',
  );
  expect(linkTo('vscode-remote://host/w/', 'a.ts', 0)).toBe('vscode-remote://host/w/a.ts#L1');
});
