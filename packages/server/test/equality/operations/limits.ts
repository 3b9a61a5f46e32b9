/** The deepest level that is selected: one operation may have 15. */
export const DEEPEST = 12
/** The most objects that an operation may return: the service allows 10,000. */
export const MOST_OBJECTS = 3_000
/** The most objects of one selection. */
export const MOST_OF_ONE = 250
