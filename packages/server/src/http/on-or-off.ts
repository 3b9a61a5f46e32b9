import { z } from 'zod'

/** A variable that is "on" or "off": true or false; undefined when it is unset. */
export const onOrOff = () =>
  z
    .enum(['on', 'off'], 'is neither "on" nor "off"')
    .transform((value) => value === 'on')
    .optional()
