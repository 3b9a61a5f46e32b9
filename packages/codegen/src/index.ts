export { closeInputs } from './close-inputs.js'
export { enumTypes } from './enums.js'
export { type OperationsConfig, operations } from './operations.js'
export type { DocumentFile, Plugin, PluginOutput } from './plugin.js'
