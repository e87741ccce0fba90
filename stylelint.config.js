// The look's walls: logical directions only, colours only as tokens, nothing shortened with dots.
const sides = ['left', 'right'];

/** @type {import('stylelint').Config} */
export default {
  plugins: ['stylelint-use-logical'],
  rules: {
    'csstools/use-logical': 'always',
    'block-no-empty': true,
    'color-no-hex': true,
    'color-no-invalid-hex': true,
    'custom-property-no-missing-var-function': true,
    'declaration-block-no-duplicate-properties': [
      true,
      { ignore: ['consecutive-duplicates-with-different-values'] },
    ],
    'declaration-block-no-shorthand-property-overrides': true,
    'no-duplicate-selectors': true,
    'no-invalid-double-slash-comments': true,
    'property-no-unknown': true,
    'selector-pseudo-class-no-unknown': true,
    'selector-pseudo-element-no-unknown': true,
    'unit-no-unknown': true,
    'declaration-property-value-disallowed-list': [
      {
        'text-align': sides,
        float: sides,
        clear: sides,
        'text-overflow': ['ellipsis'],
        'text-transform': ['uppercase', 'capitalize'],
        'font-style': ['italic'],
      },
      { message: 'Logical sides; no dots, no capitals, no italics: they do not exist in every script.' },
    ],
  },
  overrides: [{ files: ['**/tokens.css', '**/print*.css'], rules: { 'color-no-hex': null } }],
};
