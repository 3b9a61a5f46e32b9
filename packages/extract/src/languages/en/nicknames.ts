/** Short forms and the names they stand for, as “short:full”. */
export const NICKNAMES = `
al:albert andy:andrew ben:benjamin bernie:bernard bill:william billy:william bob:robert bobby:robert
chris:christopher chuck:charles dan:daniel dave:david don:donald doug:douglas ed:edward fred:frederick
greg:gregory jim:james jimmy:james joe:joseph jon:jonathan josh:joshua ken:kenneth liz:elizabeth matt:matthew
mike:michael nick:nicholas pat:patrick pete:peter phil:philip ray:raymond rick:richard rob:robert ron:ronald
rudy:rudolph sam:samuel steve:steven sue:susan ted:edward tim:timothy tom:thomas tony:anthony will:william
`
