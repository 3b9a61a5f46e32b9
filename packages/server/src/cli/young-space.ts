import { setFlagsFromString } from 'node:v8'

/**
 * Keeps V8's space for new objects as small as it is, until {@link letYoungSpaceGrow}. What a start loads stays for good,
 * and V8 would take that for a reason to make the space some 50 MB large, and never give them back.
 */
export const keepYoungSpace = (): void => setFlagsFromString('--semi-space-growth-factor=1')

/** Lets the space grow as V8 does by default: requests need it. */
export const letYoungSpaceGrow = (): void => setFlagsFromString('--semi-space-growth-factor=2')
