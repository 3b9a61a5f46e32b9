import { fileURLToPath } from 'node:url'
import type { Configuration } from '../http/configuration.js'
import { readOperations } from '../http/persisted/read-operations.js'

/**
 * The texts of the operations that callers may name, by their SHA-256; none where they may not.
 *
 * @throws OperationListError
 */
export const listedOperations = ({ persisted, operationSources }: Configuration): Map<string, string> =>
  readOperations(persisted === 'off' ? [] : operationSources.map(pathOf))

const pathOf = (source: string): string =>
  source === 'sdk' ? fileURLToPath(import.meta.resolve('@onrecord/sdk/operations.json')) : source
