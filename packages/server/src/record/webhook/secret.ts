import { randomBytes } from 'node:crypto'

/** Hours for which the secret before signs, too, after a rotation. */
export const HOURS_OF_PREVIOUS = 24

/** A new secret as Standard Webhooks writes it: "whsec_" and 32 random bytes in Base64. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`
