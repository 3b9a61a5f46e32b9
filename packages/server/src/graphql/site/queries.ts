import { idOf } from '../../record/global-id.js'
import { builder } from '../builder.js'
import { connection } from '../connection.js'
import { lookUp } from '../look-up.js'
import { siteList } from './list.js'

const SiteBy = builder.inputType('SiteBy', {
  isOneOf: true,
  description: 'Exactly one way to name a site.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.' }),
    domain: t.string({ description: 'Host, with or without "www.", in any case.' }),
  }),
})

builder.queryFields((t) => ({
  site: t.prismaField({
    type: 'Site',
    nullable: true,
    description: 'One site; null when there is none.',
    args: { by: t.arg({ type: SiteBy, required: true, description: 'Which.' }) },
    resolve: (query, _root, { by }, context) =>
      lookUp(context, 'Site', {
        query,
        where: by.id != null ? { id: idOf('Site', by.id, 'by.id') } : { domain: domainOf(by.domain ?? '') },
      }),
  }),
  sites: t.field(connection(siteList, { description: 'All sites.' })),
}))

const domainOf = (text: string) => text.toLowerCase().replace(/^www\./, '')
