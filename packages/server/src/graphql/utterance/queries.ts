import { lookUpField } from '../look-up-field.js'

lookUpField('Utterance', { keys: {} })
