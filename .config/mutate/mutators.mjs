// The changes by the kind of node: each returns what to replace, and by what.

const COMPARISONS = { '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>' };
const ARITHMETIC = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '|': '&', '&': '|' };
const LOGIC = { '&&': '||', '||': '&&', '??': '&&' };
const ASSIGNMENTS = { '+=': '-=', '-=': '+=', '||=': '&&=', '&&=': '||=', '??=': '&&=' };

/** A method that is called instead of another. */
const SWAPPED = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  find: 'findLast',
  findLast: 'find',
  findIndex: 'findLastIndex',
  findLastIndex: 'findIndex',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
  trimStart: 'trimEnd',
  trimEnd: 'trimStart',
  min: 'max',
  max: 'min',
  ceil: 'floor',
  floor: 'ceil',
};
/** Methods that are left out: what they are called on stays. */
const DROPPED = new Set(['filter', 'slice', 'trim', 'sort', 'toSorted', 'reverse', 'toReversed']);

/** Kind of node → the changes to one, given those around it and the file's text. */
export const MUTATORS = {
  IfStatement: (node, _parents, text) => flipped(node.test, text),
  ConditionalExpression: (node, _parents, text) => flipped(node.test, text),
  WhileStatement: (node) => [change('condition', node.test, 'false')],
  DoWhileStatement: (node) => [change('condition', node.test, 'false')],
  ForStatement: (node) => (node.test === null ? [] : [change('condition', node.test, 'false')]),
  BinaryExpression: (node, _parents, text) => binary(node, text),
  LogicalExpression: (node, _parents, text) => [
    change('logic', node, `(${swapOperator(node, text, LOGIC[node.operator])})`),
  ],
  UnaryExpression: (node, _parents, text) =>
    node.operator === '!' || node.operator === '-'
      ? [change('negation', node, sliceOf(node.argument, text))]
      : [],
  UpdateExpression: (node, _parents, text) => {
    const operator = node.operator === '++' ? '--' : '++';
    const name = sliceOf(node.argument, text);
    return [change('arithmetic', node, node.prefix ? operator + name : name + operator)];
  },
  AssignmentExpression: (node, _parents, text) =>
    node.operator in ASSIGNMENTS
      ? [change('arithmetic', node, swapOperator(node, text, ASSIGNMENTS[node.operator]))]
      : [],
  Literal: (node, parents) => literal(node, parents),
  TemplateLiteral: (node, parents) =>
    parents.at(-1).type !== 'TaggedTemplateExpression' &&
    node.quasis.some(({ value }) => value.raw !== '')
      ? [change('string', node, '``')]
      : [],
  CallExpression: (node, _parents, text) => method(node, text),
  ExpressionStatement: (node, parents) => removed(node, parents),
  ThrowStatement: (node, parents) =>
    isListed(parents) ? [{ ...change('statement', node, ';'), probe: node }] : [],
  ReturnStatement: (node, parents, text) =>
    node.argument === null ? [] : returned(node.argument, parents.findLast(isFunction), text),
  ArrowFunctionExpression: (node, _parents, text) =>
    node.body.type === 'BlockStatement' ? [] : returned(node.body, node, text),
};

function change(kind, node, to) {
  return { kind, start: node.start, end: node.end, to, probe: node };
}

function sliceOf({ start, end }, text) {
  return text.slice(start, end);
}

export function isFunction({ type }) {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type);
}

/** A test turned round, unless the change of its own operator does the same. */
function flipped(test, text) {
  const isOwn =
    (test.type === 'BinaryExpression' && /^[!=]==$/.test(test.operator)) ||
    (test.type === 'UnaryExpression' && test.operator === '!');
  return isOwn ? [] : [change('condition', test, `!(${sliceOf(test, text)})`)];
}

function binary(node, text) {
  const comparison = COMPARISONS[node.operator];
  if (comparison !== undefined) {
    return [change('comparison', node, swapOperator(node, text, comparison))];
  }
  const arithmetic = ARITHMETIC[node.operator];
  const isText = [node.left, node.right].some(
    ({ type, value }) => type === 'TemplateLiteral' || typeof value === 'string',
  );
  if (arithmetic === undefined || isText) return [];
  return [change('arithmetic', node, swapOperator(node, text, arithmetic))];
}

/** The text of `left operator right` with another operator. */
function swapOperator(node, text, operator) {
  const at = text.indexOf(node.operator, node.left.end);
  return text.slice(node.start, at) + operator + text.slice(at + node.operator.length, node.end);
}

function literal(node, parents) {
  const parent = parents.at(-1);
  const isName =
    (parent.type === 'Property' && parent.key === node && !parent.computed) ||
    /^(?:Import|Export|JSXAttribute)/.test(parent.type) ||
    typeof parent.directive === 'string';
  if (isName) return [];
  if (typeof node.value === 'boolean') return [change('boolean', node, `${!node.value}`)];
  if (typeof node.value === 'number') {
    return [
      change('number', node, node.raw === '0' ? '1' : node.raw === '1' ? '0' : `(${node.raw} + 1)`),
    ];
  }
  if (typeof node.value !== 'string') return [];
  return [change('string', node, node.value === '' ? "'mutated'" : "''")];
}

function method(node, text) {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.computed) return [];
  const { name } = callee.property;
  if (DROPPED.has(name)) {
    return [{ ...change('method', node, sliceOf(callee.object, text)), probe: node }];
  }
  if (!Object.hasOwn(SWAPPED, name)) return [];
  return [{ ...change('method', callee.property, SWAPPED[name]), probe: node }];
}

/** Whether a statement stands in a list of statements: it can go, and one can stand before it. */
function isListed(parents) {
  return ['BlockStatement', 'Program', 'SwitchCase'].includes(parents.at(-1).type);
}

function removed(node, parents) {
  const isCall = /^(?:Call|Await|Assignment|Chain|Yield)Expression$/.test(node.expression.type);
  const isSuper = node.expression.callee?.type === 'Super';
  return isCall && !isSuper && isListed(parents) ? [change('statement', node, ';')] : [];
}

/** Another value of the type that the function says it returns. */
function returned(value, { returnType, async }, text) {
  const type = returnType?.typeAnnotation;
  if (type === undefined || async || /Literal$/.test(value.type)) return [];
  const written = sliceOf(value, text);
  const to = otherValue(type, value, written);
  return to === undefined || to === written ? [] : [change('return', value, to)];
}

function otherValue(type, value, written) {
  switch (type.type) {
    case 'TSBooleanKeyword':
    case 'TSTypePredicate':
      return flippedReturn(value, written);
    case 'TSStringKeyword':
      return "''";
    case 'TSNumberKeyword':
      return '0';
    case 'TSArrayType':
    case 'TSTypeOperator':
      return '[]';
    case 'TSUnionType': {
      const kinds = type.types.map((one) => one.type);
      if (kinds.includes('TSUndefinedKeyword')) return 'undefined';
      return kinds.includes('TSNullKeyword') ? 'null' : undefined;
    }
    default:
      return undefined;
  }
}

function flippedReturn(value, written) {
  const isOwn =
    (value.type === 'BinaryExpression' && /^[!=]==$/.test(value.operator)) ||
    (value.type === 'UnaryExpression' && value.operator === '!');
  return isOwn ? undefined : `!(${written})`;
}
