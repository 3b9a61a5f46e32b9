import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { apiKeyList } from './list.js'
import { Viewer } from './type.js'

builder.queryFields((t) => ({
  viewer: t.field({
    type: Viewer,
    description: 'Who calls, and what they may do.',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
  apiKeys: t.field({
    ...(connection(apiKeyList, {
      description: 'The keys of the API, newest first; needs the scope ADMIN.',
    }) as object),
    // Null for a caller without the scope: a non-null field would take the answers of the other fields with it.
    nullable: true,
    authScopes: { admin: true },
  } as never),
}))
