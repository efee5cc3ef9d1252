type Child = Node | string | null;

/** The page's element of that id; the markup always has it. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

/** A new element. Text is always text: nothing here reads markup. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key]!);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** A button that does something on this page. */
export function button(
  className: string,
  label: Node | string,
  onPress: (event: MouseEvent) => void,
): HTMLButtonElement {
  const made = el('button', { type: 'button', class: className }, label);
  made.addEventListener('click', onPress);
  return made;
}

/** One of the drawings that came with the markup. */
export function icon(name: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(space, 'svg');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', `#icon-${name}`);
  drawing.append(use);
  return drawing;
}

/** Text for those who do not see the page. */
export function unseen(text: string): HTMLElement {
  return el('span', { class: 'unseen' }, text);
}

export function empty(element: Element): void {
  while (element.firstChild) element.removeChild(element.firstChild);
}
