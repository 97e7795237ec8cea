/** Prefixes whose variables build tools copy into what the browser or the app's user receives. */
const PUBLIC_PREFIXES = [
  'NEXT_PUBLIC_',
  'NUXT_PUBLIC_',
  'EXPO_PUBLIC_',
  'REACT_APP_',
  'VUE_APP_',
  'GATSBY_',
  'VITE_',
  'PUBLIC_',
  'STORYBOOK_',
];

export function publicPrefixOf(name: string): string | undefined {
  return PUBLIC_PREFIXES.find((prefix) => name.startsWith(prefix) && name.length > prefix.length);
}
