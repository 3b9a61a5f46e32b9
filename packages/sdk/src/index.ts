export { type Client, type ClientOptions, createClient, type Partial, type RequestOptions } from './client.js'
export type { ResultOf, TypedDocument, VariablesOf } from './document.js'
export { type ErrorKind, type GraphQLFailure, OnRecordError } from './error.js'
