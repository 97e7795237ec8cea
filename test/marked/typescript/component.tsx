// form: public prefixes in JSX
export function Footer() {
  return (
    <a href={process.env.NEXT_PUBLIC_SITE_URL} title="process.env.NEXT_PUBLIC_IN_TEXT">
//                       ^^^^^^^^^^^^^^^^^^^^ env NEXT_PUBLIC_SITE_URL required
      process.env.NEXT_PUBLIC_IN_JSX_TEXT
      {process.env.REACT_APP_TITLE ?? 'App'}
//                 ^^^^^^^^^^^^^^^ env REACT_APP_TITLE optional default=App
      {process.env.EXPO_PUBLIC_FLAG === '1' && <b>on</b>}
//                 ^^^^^^^^^^^^^^^^ env EXPO_PUBLIC_FLAG optional cast=bool
      <i data-key={`${process.env.GATSBY_KEY}`} />
//                                ^^^^^^^^^^ env GATSBY_KEY required
    </a>
  );
}
