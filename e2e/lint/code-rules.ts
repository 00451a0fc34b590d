import ts from 'typescript-parser';
import { isScript, isTest, type Rule, visit } from './source.ts';

const LARGEST_FILE = 12 * 1024;

/** Settings are read in one validated place. */
export const oneEnvironment: Rule = {
  name: 'one-environment',
  applies: (path) =>
    isScript(path) &&
    !isTest(path) &&
    !path.startsWith('bin/') &&
    !/\.config\.(ts|mjs)$/.test(path) &&
    !/(^|\/)env\.ts$/.test(path),
  check(source, report) {
    visit(source, (node, file) => {
      if (ts.isPropertyAccessExpression(node) && node.getText(file) === 'process.env') {
        report(node.getStart(file), 'Read settings in env.ts; process.env is used nowhere else.');
      }
    });
  },
};

/** Work that is left undone belongs in an issue. */
export const nothingLeftUndone: Rule = {
  name: 'nothing-left-undone',
  applies: (path) => /\.(ts|tsx|mjs|css|sql)$/.test(path) && !path.startsWith('e2e/lint/'),
  check({ text }, report) {
    for (const found of text.matchAll(/\b(TODO|FIXME|XXX|HACK)\b/g)) {
      report(found.index, `${found[1]}: finish it, or write an issue.`);
    }
  },
};

/** A file this large holds more than one thing. */
export const fileSize: Rule = {
  name: 'file-size',
  applies: (path) => /\.(ts|tsx|mjs|css)$/.test(path) && !path.includes('/seed/'),
  check({ text }, report) {
    const size = Buffer.byteLength(text);
    if (size > LARGEST_FILE)
      report(0, `${size} bytes; above ${LARGEST_FILE} a file is split by what its parts do.`);
  },
};

/** Names that say nothing about what is inside. */
const GRAB_BAGS =
  /^(utils?|helpers?|common|misc|shared|constants|service|services|lib|index|handlers?|controllers?)\.tsx?$/;

/** Every feature uses the same file names (rules, schemas, queries, commands, router, jobs); what is beside them says what it is. */
export const featureFiles: Rule = {
  name: 'feature-files',
  applies: (path) => /^(packages\/api|apps\/portal)\/src\/features\/[^/]+\/[^/]+$/.test(path),
  check({ path }, report) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (GRAB_BAGS.test(name)) {
      report(
        0,
        'A feature has rules, schemas, queries, commands, router and jobs; a file beside them is named by what it holds.',
      );
    }
  },
};

/** What the portal may take from the API at run time: what is safe in a browser. */
const BROWSER_SAFE =
  /^@concord\/api\/(features\/[^/]+\/(schemas|rules|scoring\/[^/]+)|features\/contributions\/portions|features\/texts\/(redline|typed|assembly|writing|odd-characters)|marking\/rules|schemas)$/;

/** The portal asks the API; it never reaches around it. */
export const portalImports: Rule = {
  name: 'portal-imports',
  applies: (path) => path.startsWith('apps/portal/src/') && isScript(path),
  check(source, report) {
    const server = source.path.startsWith('apps/portal/src/server/');
    const client = source.text.startsWith("'use client'");
    visit(source, (node, file) => {
      if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node) && !ts.isCallExpression(node))
        return;
      const name = importedName(node);
      if (name === undefined) return;
      if (name.startsWith('@concord/db')) {
        report(node.getStart(file), 'The portal never imports the database package.');
      } else if (
        name.startsWith('@concord/api') &&
        !server &&
        !isTypeOnly(node) &&
        !BROWSER_SAFE.test(name)
      ) {
        report(
          node.getStart(file),
          'The portal takes only types, schemas and rules from the API: use `import type`.',
        );
      } else if (
        client &&
        name.startsWith('@concord/api') &&
        name.endsWith('/schemas') &&
        !isTypeOnly(node)
      ) {
        report(
          node.getStart(file),
          'The library of schemas tries what the content policy refuses in a browser: what a form needs belongs in rules.ts.',
        );
      }
    });
  },
};

function importedName(
  node: ts.ImportDeclaration | ts.ExportDeclaration | ts.CallExpression,
): string | undefined {
  if (ts.isCallExpression(node)) {
    const [argument] = node.arguments;
    const dynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    return dynamic && argument && ts.isStringLiteral(argument) ? argument.text : undefined;
  }
  const { moduleSpecifier } = node;
  return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (!ts.isImportDeclaration(node)) return false;
  return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
}

/** Rules about code. */
export const codeRules: readonly Rule[] = [
  oneEnvironment,
  nothingLeftUndone,
  fileSize,
  featureFiles,
  portalImports,
];
