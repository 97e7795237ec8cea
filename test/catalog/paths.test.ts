import { describe, expect, it } from 'vitest';
import { asks } from '../../server/src/catalog/paths';

const paths = { '*.wiki.org': ['/w/api.php'], 'forum.com': ['/api', '/api/*', '*.json'] };

describe('the paths of a host', () => {
  it.each<[string, string, boolean]>([
    ['en.wiki.org', 'https://en.wiki.org/w/api.php?action=query', true],
    ['en.wiki.org', 'https://en.wiki.org/wiki/Elixir', false],
    ['{}.wiki.org', 'https://{}.wiki.org/w/api.php', true],
    ['FORUM.com:443', 'https://FORUM.com:443/api/me', true],
    ['forum.com', 'https://forum.com/r/{}/new.json?limit=5', true],
    ['forum.com', 'https://forum.com/r/elixir?as=.json', false],
    ['forum.com', 'https://forum.com', false],
    ['other.com', 'https://other.com/anything', true],
  ])('tell what programs ask: %s %s', (host, url, expected) => {
    expect(asks(paths, host, url)).toBe(expected);
  });

  it('are all of them where none are stated', () => {
    expect(asks(undefined, 'forum.com', 'https://forum.com/r/elixir')).toBe(true);
  });
});
