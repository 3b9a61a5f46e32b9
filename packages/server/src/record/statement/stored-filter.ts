import type { Prisma } from '../../generated/prisma/client.js'
import { InputError, RequestError } from '../errors.js'
import { conditionsOf } from '../lists/list.js'
import type { Viewer } from '../viewer.js'
import { AskedIds } from '../visibility/asked-ids.js'
import { pathText } from '../write/input.js'
import type { StatementFilter } from './filter.js'
import { statements } from './list.js'

/**
 * A filter of statements as it is kept, in JSON.
 *
 * @throws InputError when a field is wrong.
 * @throws ForbiddenError when it asks for the bin and the viewer may not see it.
 */
export function filterToStore(
  filter: StatementFilter,
  viewer: Viewer,
  path: string[],
): Prisma.InputJsonObject {
  try {
    conditionsOf(statements, filter, { viewer, askedIds: new AskedIds() }, { at: pathText(path) })
  } catch (error) {
    if (error instanceof RequestError) throw new InputError(path, error.message)
    throw error
  }
  return JSON.parse(JSON.stringify(filter)) as Prisma.InputJsonObject
}

/** A filter that {@link filterToStore} has made. */
export function storedFilter(stored: unknown): StatementFilter {
  const { updatedSince, ...filter } = stored as StatementFilter & { updatedSince?: string }
  return { ...filter, ...(updatedSince ? { updatedSince: new Date(updatedSince) } : {}) }
}
