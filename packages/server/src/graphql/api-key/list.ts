import { apiKeys } from '../../record/api-key/list.js'
import { listType } from '../list-type.js'

export const apiKeyList = listType(apiKeys, { orders: { CREATED_AT: 'When it was made.' } })
