import { quotationVerbs } from '../../../languages/quotation-verbs.js'

export const VERBS = quotationVerbs(
  `
zeggen zei zegt | zeiden zeggen
schrijven schreef schrijft | schreven schrijven
vragen vroeg vraagt | vroegen vragen
`,
  { WRITING: 'schrijven', TELLING: 'zeggen' },
)
