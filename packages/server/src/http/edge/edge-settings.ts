import { z } from 'zod'
import { onOrOff } from '../on-or-off.js'
import type { Origins } from './cors.js'

/** The variables of what comes before GraphQL. */
export const edgeVariables = {
  ONRECORD_CORS: z.string().transform(readOrigins).optional(),
  ONRECORD_COMPRESSION: onOrOff(),
}

const schema = z.object(edgeVariables)

/** What {@link edgeVariables} set. */
export interface EdgeSettings {
  /** The origins whose pages may read answers. */
  origins: Origins
  /** Whether answers are compressed for who takes that. */
  compression: boolean
}

export const edgeSettings = (data: z.infer<typeof schema>): EdgeSettings => ({
  origins: data.ONRECORD_CORS ?? [],
  compression: data.ONRECORD_COMPRESSION ?? true,
})

function readOrigins(list: string, context: z.RefinementCtx): Origins {
  const origins = list
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '')
  if (origins.length === 1 && origins[0] === '*') return '*'
  for (const origin of origins) {
    const message = problemOf(origin)
    if (message) context.addIssue({ code: 'custom', message })
  }
  return origins
}

function problemOf(origin: string): string | null {
  if (origin === '*') return 'has * beside origins: give * alone, or the origins'
  if (/^https?:\/\/[^/]*\*/.test(origin)) {
    return `has a pattern: give each origin by itself, as https://app.example, or * alone`
  }
  const url = URL.parse(origin)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    return 'has what is no origin: give origins such as https://app.example, with commas between them'
  }
  if (url.origin === origin) return null
  return `has an origin that no browser sends: give ${url.origin} for it`
}
