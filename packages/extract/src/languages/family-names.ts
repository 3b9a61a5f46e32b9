/** Surnames that stand before the given name in most news texts, lower case: "Kim Min-jun". */
export const FAMILY_NAMES_FIRST = `
ahn bae bai bang cai cao cha chang chao chen cheng cho choe choi chow chu chung dang dao deng ding dong duan fan fang feng fu gao ge gong gu
guo ha han hao he heo ho hoang hong hou hu huang huynh hwang jang jeon jeong ji jia jiang jin jo joo ju jung kang kim ko kong koo
kwak kwon lai lam lau le lee lei leung li liang liao lim lin liu lu luo luong lv ma mai mao meng min moon na nam ngo nguyen noh
oh ong pak pan park peng pham phan pyo qian qiao qin qiu ren rhee ri roh ryu seo shao shen shi shim shin sin so sohn song su suh sun
tan tang tao teng tian tran trinh truong tsai vo vu wan wang wei wen wong woo wu xi xia xiang xiao xie xiong xu xue yan yang yao ye yi yim yin
yoo yoon you yu yuan yun zeng zhai zhang zhao zheng zhong zhou zhu zhuang zou
`
