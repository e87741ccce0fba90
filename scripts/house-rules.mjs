// The house's own lint rules: what a reader may expect of every file.

const vague = /(^|\/)(index|utils?|helpers?|common|misc|shared|types|constants)\.(ts|tsx|mjs)$/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|tsx|js|mjs)$/;

/** Read from the top: before any code, a comment says what the file is for. */
const firstLineSaysWhatFor = {
  create: (context) => ({
    Program(node) {
      const first = context.sourceCode.getAllComments()[0];
      const line =
        context.sourceCode.lines.findIndex((text) => text.trim() !== '' && !text.startsWith('#!')) + 1;
      if (first?.loc.start.line === line) return;
      context.report({
        loc: { line: 1, column: 0 },
        node,
        message: 'The first line is a comment: what is this file for?',
      });
    },
  }),
};

/** One concept, one file, one word: find it. */
const fileHasAWord = {
  create: (context) => ({
    Program(node) {
      const path = context.filename.replaceAll('\\', '/');
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (!kebabCase.test(name)) context.report({ node, message: 'File names are kebab-case.' });
      else if (vague.test(path)) context.report({ node, message: `"${name}" says nothing: find the word.` });
    },
  }),
};

/** A rule is switched off only with its reason beside it: `-- because …`. */
const exceptionHasAReason = {
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        const exception = /^\s*eslint-(disable|enable)/.test(comment.value);
        if (exception && !/--\s+\S.{9}/.test(comment.value)) {
          context.report({ loc: comment.loc, message: 'An exception needs its reason: -- because …' });
        }
      }
    },
  }),
};

/** As an ESLint plugin named `house`. */
export const houseRules = {
  rules: {
    'first-line-says-what-for': firstLineSaysWhatFor,
    'file-has-a-word': fileHasAWord,
    'exception-has-a-reason': exceptionHasAReason,
  },
};
