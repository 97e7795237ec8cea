// The page of the document: puts in what the extension sends, keeps the place that is being read, and hands links back.
(() => {
  const vscode = acquireVsCodeApi();
  const main = document.querySelector('main');
  const nav = document.querySelector('nav');
  const folder = document.body.dataset.folder;
  const stored = vscode.getState();
  let scroll = stored?.folder === folder ? stored.scroll : 0;

  const remember = () => vscode.setState({ folder, scroll: window.scrollY });

  const show = (html) => {
    for (const element of main.querySelectorAll('.changed')) unmark(element);
    const before = new Map([...main.querySelectorAll('li, p, td')].map((element) => [element.textContent, true]));
    const first = main.querySelector('.waiting') !== null;
    const place = first ? scroll : window.scrollY;
    const fresh = document.createElement('main');
    fresh.innerHTML = html;
    markNames(fresh);
    if (first) main.replaceChildren(...fresh.childNodes);
    else patch(main, fresh);
    fillSections();
    window.scrollTo(0, place);
    if (!first) markNew(before);
    remember();
  };

  const unmark = (element) => {
    element.classList.remove('changed');
    if (element.classList.length === 0) element.removeAttribute('class');
  };

  // Puts in what is other than before and leaves the rest alone: a selection in it stays, and nothing flickers.
  const patch = (shown, fresh) => {
    const old = [...shown.children];
    const now = [...fresh.children];
    const least = Math.min(old.length, now.length);
    let start = 0;
    while (start < least && old[start].outerHTML === now[start].outerHTML) start += 1;
    let end = 0;
    while (end < least - start && old.at(-1 - end).outerHTML === now.at(-1 - end).outerHTML) end += 1;
    const gone = old.slice(start, old.length - end);
    const put = now.slice(start, now.length - end);
    if (gone.length === 1 && put.length === 1 && isList(gone[0]) && isList(put[0])) {
      patch(gone[0], put[0]);
      return;
    }
    const next = old[old.length - end] ?? null;
    for (const element of gone) element.remove();
    for (const element of put) shown.insertBefore(element, next);
  };

  // Nothing but elements in it, and nothing that is told of it but these.
  const isList = (element) => element.localName === 'ul' && element.attributes.length === 0;

  // What the last edit changed is marked for a moment: in a long document it would go unseen.
  const markNew = (before) => {
    for (const element of main.querySelectorAll('li, p, td')) {
      if (element.querySelector('li, p') === null && !before.has(element.textContent)) element.classList.add('changed');
    }
  };

  // `Stripe - Card payments`: what an item is about stands out from what is told of it.
  const markNames = (content) => {
    for (const item of content.querySelectorAll(':scope > ul > li')) {
      const text = item.firstChild;
      const end = text?.nodeType === Node.TEXT_NODE ? text.data.indexOf(' - ') : -1;
      if (end <= 0) continue;
      const name = document.createElement('strong');
      name.textContent = text.data.slice(0, end);
      text.data = text.data.slice(end);
      item.prepend(name);
    }
  };

  const fillSections = () => {
    nav.replaceChildren(
      ...[...main.querySelectorAll('h2')].map((heading) => {
        const link = document.createElement('a');
        link.href = `#${heading.id}`;
        link.textContent = heading.textContent;
        return link;
      }),
    );
    followReading();
  };

  const followReading = () => {
    const headings = [...main.querySelectorAll('h2')];
    const read = headings.findLast((heading) => heading.getBoundingClientRect().top < 80) ?? headings[0];
    for (const link of nav.children) {
      if (read !== undefined && link.getAttribute('href') === `#${read.id}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };

  document.addEventListener('click', (event) => {
    const href = event.target.closest?.('a')?.getAttribute('href');
    if (href === null || href === undefined) return;
    event.preventDefault();
    if (href.startsWith('#')) document.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView();
    else vscode.postMessage({ type: 'open', href });
  });
  window.addEventListener('scroll', () => {
    scroll = window.scrollY;
    remember();
    followReading();
  });
  window.addEventListener('message', ({ data }) => {
    if (data.type === 'document') show(data.html);
  });
  vscode.postMessage({ type: 'ready' });
})();
