import { html, raw } from 'hono/html';
import type { PageAssets } from './assets.ts';
import type { PageWord } from './page-words.ts';
import type { PageConfig } from './wire.ts';

/** Drawn once, used by reference: the page makes its buttons from them too. */
const ICONS = {
  send: 'M12 19V6M6 11.5 12 5.5l6 6',
  'new-chat': 'M20 13.5V7a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h2v3.5l4-3.5h1.5M18.5 15.5v6M15.5 18.5h6',
  down: 'M12 5v13M6 12.5l6 6 6-6',
  unfold: 'M7 10l5 5 5-5',
  file: 'M12 4v10M8 10.5l4 4 4-4M5 19h14',
  'not-helpful':
    'M8 4h8.2a2 2 0 0 1 2 1.6l1.2 6a2 2 0 0 1-2 2.4H13l.8 4a1.7 1.7 0 0 1-3.1 1.2L8 14.5M8 4v10.5M8 4H5v10.5h3',
} as const;

const EXAMPLES = ['web-example-renewal', 'web-example-hours', 'web-example-missed', 'web-example-safety'] as const;

/**
 * The page's markup, complete in one language. What is marked `data-word` (text), `data-label` (accessible name) or `data-hint`
 * (placeholder) can be put into another language without loading the page again.
 */
export function shell(config: PageConfig, assets: PageAssets): string {
  const { words } = config.languages[config.locale];
  return String(html`<!doctype html>
<html lang="${config.locale}">
${head(config, words, assets)}
<body>
<a class="skip" href="#message" data-word="web-skip">${words['web-skip']}</a>
${header(words, assets)}
<main>
<p id="status" class="status" hidden></p>
${thread(words)}
<div class="dock">
<div class="dock-row">
<button id="latest" type="button" class="latest" hidden>${icon('down')}<span class="unseen" data-word="web-latest">${words['web-latest']}</span><span class="news" data-word="web-new-message">${words['web-new-message']}</span></button>
</div>
${composer(words)}
</div>
</main>
<div id="announcer" class="unseen" aria-live="polite"></div>
${dialog(words)}
${sprite()}
</body>
</html>
`);
}

type Texts = Readonly<Record<PageWord, string>>;

function head(config: PageConfig, words: Texts, { script, style, icon }: PageAssets): ReturnType<typeof html> {
  // `<` must not end the script element; as an escape it is the same JSON.
  const json = raw(JSON.stringify(config).replaceAll('<', '\\u003c'));
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="description" content="${words['web-description']}">
<title>${words['web-title']}</title>
<link rel="icon" type="image/svg+xml" href="${icon.path}">
<link rel="stylesheet" href="${style.path}">
<script type="application/json" id="config">${json}</script>
<script src="${script.path}" defer></script>
</head>`;
}

function header(words: Texts, assets: PageAssets): ReturnType<typeof html> {
  return html`<header class="bar"><div class="bar-row">
<img class="seal" src="${assets.icon.path}" alt="" width="36" height="36">
<div class="name"><h1 data-word="web-title">${words['web-title']}</h1><p data-word="web-tagline">${words['web-tagline']}</p></div>
<button id="language" type="button" class="quiet"></button>
<button id="new-chat" type="button" class="quiet round" aria-label="${words['web-new-chat']}" data-label="web-new-chat">${icon('new-chat')}</button>
</div></header>`;
}

function thread(words: Texts): ReturnType<typeof html> {
  const examples = EXAMPLES.map(
    id => html`<li><button type="button" class="example" data-word="${id}">${words[id]}</button></li>`,
  );
  return html`<div id="scroller" class="scroller" role="region" tabindex="0" aria-label="${words['web-conversation']}" data-label="web-conversation">
<div class="column">
<section class="hello">
<h2 data-word="web-hello">${words['web-hello']}</h2>
<p data-word="web-hello-detail">${words['web-hello-detail']}</p>
<noscript><p>${words['web-no-script']}</p></noscript>
</section>
<ol id="log" class="log"></ol>
<section class="starters">
<h2 data-word="web-examples">${words['web-examples']}</h2>
<ul class="examples">${examples}</ul>
</section>
</div>
</div>`;
}

function composer(words: Texts): ReturnType<typeof html> {
  return html`<form id="composer" class="composer">
<div class="field">
<label class="unseen" for="message" data-word="web-message">${words['web-message']}</label>
<textarea id="message" rows="1" enterkeyhint="send" autocomplete="off" aria-describedby="counter" placeholder="${words['web-placeholder']}" data-hint="web-placeholder"></textarea>
<button type="submit" class="send" aria-label="${words['web-send']}" data-label="web-send">${icon('send')}</button>
</div>
<p id="counter" class="counter" hidden></p>
<p class="disclaimer" data-word="web-disclaimer">${words['web-disclaimer']}</p>
</form>`;
}

function dialog(words: Texts): ReturnType<typeof html> {
  return html`<dialog id="new-chat-dialog" class="dialog" aria-labelledby="new-chat-question">
<h2 id="new-chat-question" data-word="web-new-chat-question">${words['web-new-chat-question']}</h2>
<p data-word="web-new-chat-detail">${words['web-new-chat-detail']}</p>
<div class="dialog-buttons">
<button type="button" class="plain" data-word="web-cancel">${words['web-cancel']}</button>
<button type="button" class="strong" data-word="web-new-chat-confirm">${words['web-new-chat-confirm']}</button>
</div>
</dialog>`;
}

function icon(name: keyof typeof ICONS): ReturnType<typeof html> {
  return html`<svg class="icon" aria-hidden="true" viewBox="0 0 24 24"><use href="#icon-${name}"/></svg>`;
}

function sprite(): ReturnType<typeof html> {
  const symbols = Object.entries(ICONS).map(
    ([name, path]) => html`<symbol id="icon-${name}" viewBox="0 0 24 24"><path d="${path}"/></symbol>`,
  );
  return html`<svg class="unseen" aria-hidden="true">${symbols}</svg>`;
}
