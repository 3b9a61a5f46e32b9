import { codedError } from '../graphql/coded-error.js'

/**
 * The result of work, or an error once its time is over. The work is not interrupted: its reads of PostgreSQL are, by the
 * same deadline.
 *
 * @param deadline in milliseconds since 1970.
 */
export async function withinDeadline<Result>(deadline: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(lateError()), Math.max(deadline - Date.now(), 0))
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const lateError = () =>
  codedError('SERVICE_UNAVAILABLE', 'the operation took too long: ask for less, or try again in a moment', {
    retryable: true,
  })
