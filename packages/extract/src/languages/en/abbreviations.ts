/** Words that keep their full stop; lower case, without it. */
export const ABBREVIATIONS = `
mr mrs ms dr prof sen sens rep reps gov govs gen col lt maj capt sgt cmdr adm rev hon pres supt det cpl pvt fr st atty jr sr
inc corp ltd co bros no vs v etc dept univ assn ave blvd rd mt ft res fig vol jan feb mar apr jun jul aug sep sept oct nov dec
ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
`
