/** Words that stand beside names. Lower case, separated by white space. */

const MEN = `
maire ministre président directeur député sénateur préfet porte-parole avocat procureur juge entraîneur chercheur professeur
conseiller secrétaire ambassadeur commissaire capitaine chef patron gouverneur chancelier roi prince adjoint maître chroniqueur
économiste historien sociologue
`
const WOMEN = `
présidente directrice députée sénatrice préfète avocate procureure entraîneuse chercheuse professeure conseillère ambassadrice
commissaire cheffe patronne gouverneure chancelière reine princesse adjointe maîtresse historienne
`

export const OFFICES = `${MEN} ${WOMEN}`
/** Written before a name and no office. */
export const HONORIFICS = 'm. mm. mme mme. mlle monsieur madame mademoiselle dr dr. pr pr.'
export const MALE_NOUNS =
  'm. monsieur président directeur député sénateur préfet avocat procureur entraîneur chercheur conseiller ambassadeur roi prince historien'
export const FEMALE_NOUNS = `mme mme. mlle madame mademoiselle ${WOMEN.replace('commissaire', '')}`
