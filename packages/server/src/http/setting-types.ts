import { z } from 'zod'

/** @param give the numbers to give, for messages: "a port from 0 to 65535". */
export const numberWithin = (least: number, most: number, give: string) =>
  z.coerce
    .number(`is not a number: give ${give}`)
    .min(least, `is below ${least}: give ${give}`)
    .max(most, `is above ${most}: give ${give}`)

/** @param give the numbers to give, for messages: "a port from 0 to 65535". */
export const wholeNumberWithin = (least: number, most: number, give: string) =>
  numberWithin(least, most, give).int(`is not a whole number: give ${give}`)
