/** A request as it goes over the wire, and the code and statuses of its answer. */
export interface BadInput {
  what: string
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  code: string
  status: number
}

const LIST = '{ statements { nodes { id } } }'
const BY_FILTER =
  'query ($filter: StatementFilter, $first: Int) { statements(filter: $filter, first: $first) { nodes { id } } }'
const BY_ID = 'query ($id: ID!) { node(id: $id) { id } }'

const json = (body: unknown) => JSON.stringify(body)
const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ')

/** A body, with the status of a request that is no GraphQL request. */
const body = (what: string, content: string | Uint8Array, code = 'BAD_REQUEST', status = 400): BadInput => ({
  what,
  body: content,
  code,
  status,
})

/** An operation whose error is one of GraphQL: as `application/json`, it has the status 200. */
const operation = (what: string, query: string, code: string, variables?: unknown): BadInput => ({
  what,
  body: json({ query, variables }),
  code,
  status: 200,
})

const header = (what: string, headers: Record<string, string>, code: string, status: number): BadInput => ({
  what,
  headers,
  body: json({ query: LIST }),
  code,
  status,
})

const bodies: BadInput[] = [
  body('an empty body', ''),
  body('half of a body', '{"query": "{ st'),
  body('null', 'null'),
  body('a number', '7'),
  body('a text', '"{ statements }"'),
  body('a list', json([{ query: LIST }])),
  body('an empty list', '[]'),
  body('no query', '{}', 'BAD_REQUEST', 200),
  body('a query that is null', json({ query: null }), 'BAD_REQUEST', 200),
  body('a query that is a number', json({ query: 7 })),
  body('a query that is a list', json({ query: [LIST] })),
  body('variables that are a list', json({ query: LIST, variables: [] })),
  body('variables that are a text', json({ query: LIST, variables: 'x' })),
  body('variables that are a number', json({ query: LIST, variables: 1 })),
  body('extensions that are a list', json({ query: LIST, extensions: [] })),
  body('extensions that are a text', json({ query: LIST, extensions: 'x' })),
  body('a parameter that does not exist', json({ query: LIST, limit: 5 })),
  body('JSON with a comma at its end', `{"query": "${LIST}",}`),
  body('bytes that are no UTF-8', Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])),
  body('100,000 brackets', '['.repeat(100_000)),
  body('2 MB', json({ query: `${LIST} #${'x'.repeat(2_000_000)}` }), 'REQUEST_ENTITY_TOO_LARGE', 413),
  {
    ...body(
      'an operation name that is a number',
      json({ query: LIST, operationName: 5 }),
      'OPERATION_RESOLUTION_FAILURE',
    ),
  },
  body(
    'a name that no operation has',
    json({ query: LIST, operationName: 'Q' }),
    'OPERATION_RESOLUTION_FAILURE',
  ),
  body(
    'two operations and no name',
    json({ query: 'query A { viewer { name } } query B { viewer { name } }' }),
    'OPERATION_RESOLUTION_FAILURE',
  ),
]

const headers: BadInput[] = [
  header('a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'BAD_REQUEST', 415),
  header('plain text', { 'content-type': 'text/plain' }, 'BAD_REQUEST', 415),
  header('a form in parts', { 'content-type': 'multipart/form-data; boundary=x' }, 'BAD_REQUEST', 415),
  header('a content type that is none', { 'content-type': ';;;' }, 'BAD_REQUEST', 415),
  header('UTF-16', { 'content-type': 'application/json; charset=utf-16' }, 'BAD_REQUEST', 415),
  header('a compressed body', { 'content-encoding': 'gzip' }, 'BAD_REQUEST', 415),
  header('an unknown encoding', { 'content-encoding': 'rot13' }, 'BAD_REQUEST', 415),
  header('an answer as an image', { accept: 'image/png' }, 'BAD_REQUEST', 406),
  header('another scheme', { authorization: 'Basic YTpi' }, 'UNAUTHENTICATED', 401),
  header('no key in the scheme', { authorization: 'Bearer' }, 'UNAUTHENTICATED', 401),
  header('a damaged key', { authorization: 'Bearer or_live_abc' }, 'UNAUTHENTICATED', 401),
  header('a key of 7 kB', { authorization: `Bearer or_live_${'x'.repeat(7_000)}` }, 'UNAUTHENTICATED', 401),
  header('an expectation that nobody has', { expect: '200-ok' }, 'BAD_REQUEST', 417),
  header('headers of 40 kB', { 'x-long': 'x'.repeat(40_000) }, 'BAD_REQUEST', 431),
  { what: 'PUT', method: 'PUT', body: json({ query: LIST }), code: 'BAD_REQUEST', status: 405 },
  { what: 'DELETE', method: 'DELETE', code: 'BAD_REQUEST', status: 405 },
  {
    what: 'another address',
    path: '/nothing',
    body: json({ query: LIST }),
    code: 'BAD_REQUEST',
    status: 404,
  },
]

const get = (what: string, query: string, code = 'BAD_REQUEST', status = 400): BadInput => ({
  ...{ what: `GET ${what}`, method: 'GET', path: `/graphql?${query}`, code, status },
})

const urls: BadInput[] = [
  get('without a query', '', 'BAD_REQUEST', 200),
  get('variables that are no JSON', 'query=%7Bviewer%7Bname%7D%7D&variables=%7B'),
  get('variables that are a list', 'query=%7Bviewer%7Bname%7D%7D&variables=%5B1%5D'),
  get('a broken escape', 'query=%E0%A4%A', 'GRAPHQL_PARSE_FAILED', 200),
  get('half of a document', 'query=%7B', 'GRAPHQL_PARSE_FAILED', 200),
  get('a mutation', 'query=mutation%7B__typename%7D', 'BAD_REQUEST', 405),
]

const documents: BadInput[] = [
  operation('an empty document', '', 'GRAPHQL_PARSE_FAILED'),
  operation('a comment alone', '# nothing', 'GRAPHQL_PARSE_FAILED'),
  operation('a NUL', '{ statements\0 }', 'GRAPHQL_PARSE_FAILED'),
  operation('half of a string', '{ node(id: "x', 'GRAPHQL_PARSE_FAILED'),
  operation('a type definition', '{ viewer { name } } type Query { a: Int }', 'GRAPHQL_VALIDATION_FAILED'),
  operation('an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'),
  operation('a field without a selection', '{ statements }', 'GRAPHQL_VALIDATION_FAILED'),
  operation('a selection of a leaf', '{ viewer { name { x } } }', 'GRAPHQL_VALIDATION_FAILED'),
  operation('an unknown argument', '{ statements(limit: 5) { nodes { id } } }', 'GRAPHQL_VALIDATION_FAILED'),
  operation('a missing argument', '{ node { id } }', 'GRAPHQL_VALIDATION_FAILED'),
  operation(
    'an argument twice',
    '{ statements(first: 1, first: 2) { nodes { id } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ),
  operation('a subscription', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'),
  operation(
    'fields that conflict',
    '{ a: statements(first: 1) { nodes { id } } a: statements(first: 2) { nodes { id } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ),
  operation('an unknown directive', '{ viewer @loud { name } }', 'GRAPHQL_VALIDATION_FAILED'),
  operation('a directive without its argument', '{ viewer @include { name } }', 'GRAPHQL_VALIDATION_FAILED'),
  operation(
    'a directive at the wrong place',
    'query @skip(if: true) { viewer { name } }',
    'GRAPHQL_VALIDATION_FAILED',
  ),
  operation(
    'a directive 300 times',
    `{ viewer ${'@skip(if: false) '.repeat(300)} { name } }`,
    'OPERATION_TOO_COMPLEX',
  ),
  operation('an unknown fragment', '{ ...F }', 'GRAPHQL_VALIDATION_FAILED'),
  operation(
    'an unused fragment',
    '{ viewer { name } } fragment F on Query { viewer { name } }',
    'GRAPHQL_VALIDATION_FAILED',
  ),
  operation('a fragment of itself', '{ ...F } fragment F on Query { ...F }', 'GRAPHQL_VALIDATION_FAILED'),
  operation(
    'fragments of each other',
    '{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }',
    'GRAPHQL_VALIDATION_FAILED',
  ),
  operation(
    'a fragment on what it never is',
    '{ viewer { ... on Statement { id } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ),
  operation('31 aliases', `{ ${times(31, (n) => `a${n}: __typename`)} }`, 'OPERATION_TOO_COMPLEX'),
  operation('21 root fields', `{ ${times(21, (n) => `a${n}: __typename`)} }`, 'OPERATION_TOO_COMPLEX'),
  operation(
    '11 levels',
    `{ topics { nodes ${'{ parent '.repeat(10)} { id } ${'}'.repeat(10)} } }`,
    'OPERATION_TOO_COMPLEX',
  ),
  operation('300 brackets', `${'{ a '.repeat(300)}${'}'.repeat(300)}`, 'OPERATION_TOO_COMPLEX'),
  operation('3,000 tokens', `{ viewer { ${'name '.repeat(3_000)} } }`, 'OPERATION_TOO_COMPLEX'),
  operation(
    'a million objects',
    '{ articles(first: 100) { nodes { statements(first: 100) { nodes { topics(first: 100) { nodes { id } } } } } } }',
    'OPERATION_TOO_COMPLEX',
  ),
  operation(
    'the same, by variables',
    'query ($n: Int = 100) { articles(first: $n) { nodes { statements(first: $n) { nodes { topics(first: $n) { nodes { id } } } } } } }',
    'OPERATION_TOO_COMPLEX',
  ),
]

const values: BadInput[] = [
  operation('a missing variable', BY_ID, 'BAD_USER_INPUT'),
  operation('no variables at all', BY_ID, 'BAD_USER_INPUT', null),
  operation('a variable that is null', BY_ID, 'BAD_USER_INPUT', { id: null }),
  operation('a variable that is an object', BY_ID, 'BAD_USER_INPUT', { id: {} }),
  operation('a variable that is a list', BY_FILTER, 'BAD_USER_INPUT', { filter: [], first: [1, 2] }),
  operation('a number as text', BY_FILTER, 'BAD_USER_INPUT', { first: '5' }),
  operation('a broken number', BY_FILTER, 'BAD_USER_INPUT', { first: 1.5 }),
  operation('a number beyond 32 bits', BY_FILTER, 'BAD_USER_INPUT', { first: 2 ** 40 }),
  operation('variables of 3,000 levels', BY_FILTER, 'BAD_USER_INPUT', {
    filter: JSON.parse(`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`),
  }),
  operation('an id that is none', BY_ID, 'BAD_USER_INPUT', { id: 'x' }),
  operation('an empty id', BY_ID, 'BAD_USER_INPUT', { id: '' }),
  operation('an id with a NUL', BY_ID, 'BAD_USER_INPUT', { id: 'a\0' }),
  operation('half of a surrogate pair', BY_FILTER, 'BAD_USER_INPUT', { filter: { text: 'a\ud800' } }),
  operation('a text of 100,000 characters', BY_FILTER, 'BAD_USER_INPUT', {
    filter: { text: 'x'.repeat(100_000) },
  }),
  operation('first: 0', '{ statements(first: 0) { nodes { id } } }', 'BAD_USER_INPUT'),
  operation('first: -1', '{ statements(first: -1) { nodes { id } } }', 'BAD_USER_INPUT'),
  operation('first: 101', '{ statements(first: 101) { nodes { id } } }', 'BAD_USER_INPUT'),
  operation('first and last', '{ statements(first: 1, last: 1) { nodes { id } } }', 'BAD_USER_INPUT'),
  operation('a cursor that is none', '{ statements(after: "x") { nodes { id } } }', 'BAD_USER_INPUT'),
  operation('an empty cursor', '{ statements(after: "") { nodes { id } } }', 'BAD_USER_INPUT'),
  operation(
    'a day that is none',
    '{ statements(filter: { saidFrom: "2026-02-30" }) { nodes { id } } }',
    'BAD_USER_INPUT',
  ),
  operation(
    'the year 10000',
    '{ statements(filter: { saidFrom: "10000-01-01" }) { nodes { id } } }',
    'BAD_USER_INPUT',
  ),
  operation(
    'a time as a day',
    '{ statements(filter: { saidFrom: "noon" }) { nodes { id } } }',
    'BAD_USER_INPUT',
  ),
  operation(
    'an enum that is none',
    '{ statements(filter: { kinds: [LOUD] }) { nodes { id } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ),
  operation('a field of no filter', BY_FILTER, 'BAD_USER_INPUT', { filter: { loud: true } }),
  operation('a filter that is null', BY_FILTER, 'BAD_USER_INPUT', { filter: { speakerIds: null } }),
  operation(
    'an id of another type in a filter',
    '{ statements(filter: { speakerIds: ["U2l0ZTox"] }) { nodes { id } } }',
    'BAD_USER_INPUT',
  ),
  operation(
    'two keys of a look-up',
    '{ topic(by: { slug: "a", id: "b" }) { id } }',
    'GRAPHQL_VALIDATION_FAILED',
  ),
]

export const BAD_INPUTS: readonly BadInput[] = [...bodies, ...headers, ...urls, ...documents, ...values]
