/** A tag in every page of `onrecord extract`: a file without it is not ours, and is never overwritten. */
export const GENERATOR = '<meta name="generator" content="onrecord extract">'
