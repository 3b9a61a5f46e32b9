import { v7 } from 'uuid'

/** Creates a UUIDv7. Ids of later rows sort after ids of earlier rows. */
export const newId = (): string => v7()
