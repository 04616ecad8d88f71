/** The part of the DOM that is needed here: linkedom's nodes have it, and so have a browser's. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN NAV OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'IFRAME',
  'SVG',
  'FIGCAPTION',
  'BUTTON',
  'FORM',
]);

/** The text of an element as a reader sees it: paragraphs parted by an empty line, line breaks kept, other white space single. */
export function pageText(root: DomNode): string {
  let text = '';
  const walk = (node: DomNode): void => {
    if (node.nodeType === 3) text += (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    else if (node.nodeType === 1 || node.nodeType === 11) {
      const name = node.nodeName.toUpperCase();
      if (SILENT.has(name)) return;
      if (name === 'BR') text += '\n';
      const isBlock = BLOCKS.has(name);
      if (isBlock) text += '\n\n';
      for (const child of node.childNodes) walk(child);
      if (isBlock) text += '\n\n';
    }
  };
  walk(root);
  return text
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}
