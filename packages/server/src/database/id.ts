import { v7 } from 'uuid'

/** A new UUIDv7: ids of later rows sort after those of earlier ones. */
export const newId = (): string => v7()
