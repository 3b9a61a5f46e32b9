/** Stands in every page of `onrecord extract`, and tells it from files that are not ours to overwrite. */
export const GENERATOR = '<meta name="generator" content="onrecord extract">'
