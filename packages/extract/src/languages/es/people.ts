/** Words that stand beside names. Lower case, separated by white space. */

const MEN = `
alcalde ministro presidente director diputado senador portavoz abogado fiscal juez entrenador investigador profesor consejero
secretario embajador comisario capitán jefe gobernador canciller rey príncipe concejal subdirector vicepresidente economista
historiador sociólogo
`
const WOMEN = `
alcaldesa ministra presidenta directora diputada senadora abogada jueza entrenadora investigadora profesora consejera secretaria
embajadora comisaria capitana jefa gobernadora reina princesa concejala subdirectora vicepresidenta historiadora socióloga
`

export const OFFICES = `${MEN} ${WOMEN}`
/** Written before a name and no office. */
export const HONORIFICS = 'señor señora sr. sra. sr sra don doña dr. dra. dr dra'
export const MALE_NOUNS =
  'señor sr. sr don dr. alcalde ministro director diputado senador abogado entrenador profesor consejero secretario embajador gobernador rey príncipe historiador'
export const FEMALE_NOUNS = `señora sra. sra doña dra. dra ${WOMEN}`
