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
    const before = new Map([...main.querySelectorAll('li, p, td')].map((element) => [element.textContent, true]));
    const first = main.querySelector('.waiting') !== null;
    const place = first ? scroll : window.scrollY;
    main.innerHTML = html;
    markNames();
    fillSections();
    window.scrollTo(0, place);
    if (!first) markNew(before);
    remember();
  };

  // What the last edit changed is marked for a moment: in a long document it would go unseen.
  const markNew = (before) => {
    for (const element of main.querySelectorAll('li, p, td')) {
      if (element.querySelector('li, p') === null && !before.has(element.textContent)) element.classList.add('changed');
    }
  };

  // `Stripe - Card payments`: what an item is about stands out from what is told of it.
  const markNames = () => {
    for (const item of main.querySelectorAll(':scope > ul > li')) {
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
