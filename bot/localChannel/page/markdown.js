/**
 * The part of Markdown that bots use, as HTML: bold, italics, links, lists, paragraphs. All of the
 * text is escaped first, so the tags below are the only ones that can come out.
 */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}

/** Addresses that may be opened from a message or a card. */
export function isSafeUrl(url) {
  return /^(https?:\/\/|mailto:)/i.test(url);
}

function link(all, title, url) {
  // The address was escaped with the rest of the text, so it can't leave its quotes.
  return isSafeUrl(url)
    ? `<a href="${url}" target="_blank" rel="noopener noreferrer">${title}</a>`
    : all;
}

function inline(text) {
  return text
    .replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, link)
    .replace(/\*\*(?=\S)([^\n]*?\S)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[\s(])\*(?=\S)([^*\n]*\S)\*(?=$|[\s).,;:!?])/gm, '$1<em>$2</em>')
    .replace(/(^|[\s(])_(?=\S)([^_\n]*\S)_(?=$|[\s).,;:!?])/gm, '$1<em>$2</em>');
}

const listKinds = [
  { tag: 'ul', item: /^\s*[-*•]\s+(.*)$/ },
  { tag: 'ol', item: /^\s*\d+[.)]\s+(.*)$/ },
];

function block(lines) {
  const list = listKinds.find(({ item }) => lines.every((line) => item.test(line)));
  if (!list) return `<p>${lines.map(inline).join('<br>')}</p>`;
  const items = lines.map((line) => `<li>${inline(line.replace(list.item, '$1'))}</li>`);
  // A list may go on from the text before it.
  const [, first = '1'] = /^\s*(\d+)/.exec(lines[0]) ?? [];
  const start = first === '1' ? '' : ` start="${first}"`;
  return `<${list.tag}${start}>${items.join('')}</${list.tag}>`;
}

/** A list needs no empty line before it. */
function kindOf(line) {
  return listKinds.findIndex(({ item }) => item.test(line));
}

export function markdownToHtml(text) {
  const blocks = [];
  let previous;
  for (const line of escaped(text).replace(/\r\n?/g, '\n').split('\n')) {
    const kind = line.trim() === '' ? undefined : kindOf(line);
    if (kind !== undefined && kind === previous) blocks.at(-1).push(line);
    else if (kind !== undefined) blocks.push([line]);
    previous = kind;
  }
  return blocks.map(block).join('');
}
