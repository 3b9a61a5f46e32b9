export { type Client, createClient, type PartialResult, type RequestOptions } from './client.js'
export type { ResultOf, TypedDocument, VariablesOf } from './document.js'
export { each } from './each.js'
export {
  type AnswerFacts,
  type ErrorFacts,
  type ErrorKind,
  type GraphQLFailure,
  OnRecordError,
  type RateLimit,
} from './error.js'
export * from './generated/alert.js'
export * from './generated/article.js'
export * from './generated/change.js'
export * from './generated/document.js'
export * from './generated/enums.js'
export * from './generated/event.js'
export * from './generated/place.js'
export * from './generated/search.js'
export type * from './generated/selections.js'
export * from './generated/site.js'
export * from './generated/speaker.js'
export * from './generated/statement.js'
export * from './generated/topic.js'
export type * from './generated/types.js'
export * from './generated/utterance.js'
export * from './generated/webhook.js'
export type { List, ListOptions } from './list.js'
export type { OperationKind } from './operation.js'
export type {
  ClientOptions,
  FetchOptions,
  HeaderOptions,
  RequestEvent,
  ResponseEvent,
} from './options.js'
export { type ConnectionPage, type PaginateOptions, paginate } from './paginate.js'
export { mutate, type Other, query, type Selected } from './select.js'
export { type SubscribeOptions, subscribe } from './subscribe.js'
export { type SyncedChange, type SyncOptions, sync } from './sync.js'
