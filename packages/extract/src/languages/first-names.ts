/**
 * Common first names, lower case, for gender only. Names borne by both are left out. Most are borne in several languages;
 * a language adds its own.
 */
export const MALE_NAMES = `
aaron abdul abdullah abraham adam adrian ahmad ahmed al alan albert alberto alejandro alex alexander alexei alfred ali allan allen
alvin amir anatoly anders andre andreas andrei andres andrew andy angelo anil anthony antonio antony arjun arnold arthur arturo
barack barry bashar ben benedict benjamin bernard bernie bert bilal bill billy bob bobby boris brad bradley brandon brendan
brett brian bruce bruno bryan byron caleb calvin carl carlos cesar chad charles charlie chester chris christian christopher
chuck clarence claude clay clayton clifford clint clyde cole colin connor corey craig curtis cyril dale damian dan daniel danny
darrell darren dave david dean dennis derek desmond devin diego dimitri dmitry dominic don donald douglas doug drew duncan dustin
dwight earl ed eddie edgar edmund eduardo edward edwin eli elijah elliott emil emmanuel enrique eric erik ernest ernesto ethan
eugene evan fabio felipe felix fernando fidel francesco francis francisco francois frank frankie franklin fred frederick fyodor
gabriel gareth gary gavin gene geoff geoffrey george gerald gerard gerhard gilbert giovanni giuseppe glenn gordon graham grant greg gregory
guillermo gustavo guy hamid hank hans harold harry harvey hassan hector heinrich henri henry herbert herman howard hugh hugo
hussein ian ibrahim igor ismail isaac ivan jack jacob jacques jake james jamie jan jared jason javad javier jay jean-claude jeb jeff jeffery jeffrey
jens jeremy jerome jerry jesus jim jimmy joachim joao joe joel johan john johnny jon jonathan jorge jose josef joseph josh joshua
juan julian julio julius justin karim karl keith ken kenneth kent kevin khalid kirk klaus konstantin kurt kyle lance larry lars
laurence lawrence lee len leo leon leonard leonid lester lewis liam lindsey lloyd logan lorenzo lou louis lucas luigi luis luke
mahmoud malcolm manuel marc marcel marco marcos marcus mario mark marshall martin marvin mateo matt matthew maurice max maxim
mehdi mel michael michel miguel mike mikhail milton mitch mitchell mitt mohamed mohammad mohammed morris moses muhammad mustafa
narendra nathan nathaniel neil nelson newt niall nicholas nick nicolas nigel nikolai noah noel norman oleg oliver omar orrin oscar osama otto
owen pablo paolo pat patrick paul pedro percy perry pete peter phil philip philippe phillip pierre rafael rahul raj ralph ramon
randall randy rand raul ravi ray raymond recep reggie reginald ricardo richard rick ricky rob robby robert roberto rodney rodrigo
roger roland rolf ron ronald rory ross roy rudolph rudy rupert russell ryan saad salman salvador sam samuel saul scott sean sebastian
sergei sergey seth shane shaun shawn sidney silvio simon spencer stan stanley stefan stephen steve steven stewart stuart
sunil suresh ted terence terrence terry theodore thomas tim timothy todd tom tomas tommy tony travis trent trevor tyler umberto
jonas vernon vicente victor vijay viktor vincent vinod vito vladimir wallace walter warren wayne wendell wilbur wilfred wilhelm will willem
william willie wolfgang xavier xi yasser yuri yusuf zachary zbigniew
`

export const FEMALE_NAMES = `
abigail ada adele adriana agnes aisha alejandra alexandra alice alicia alison allison alyssa amanda amber amelia amina amy ana
anastasia andrea angela angelina anita ann anna anne annette annie antonia april ariana ariel ashley astrid audrey barbara beatrice
becky belinda bella beth bethany betsy betty beverly bianca bonnie brenda bridget brigitte brittany camila camille candace carla
carly carmen carol carole caroline carolyn carrie cassandra catalina catherine cathy cecilia celia charlotte chelsea cheryl chloe
christina christine cindy claire clara claudia colleen condoleezza connie constance courtney crystal cynthia daisy dana daniela danielle
daphne dawn deborah debbie debra deirdre delia denise diana diane dina dolores donna dora doris dorothy edith eileen elaine eleanor
elena elisa elisabeth elise eliza elizabeth ella ellen eloise elsa emilia emily emma erica erika erin esther eva eve evelyn faith
fatima felicia fiona florence frances francesca gabriela gabrielle gail geraldine gertrude gina gladys glenda gloria grace greta
gretchen gwen hannah harriet hazel heather heidi helen helena helga hilary hillary holly hope ida ines ingrid irene irina iris
isabel isabella isabelle ivanka ivy jackie jacqueline jane janet janice jasmine jean jeanne jenna jennifer jenny jessica jill jo
joan joanna jocelyn josephine joy joyce juanita judith judy julia juliana julie juliet june kamala karen karin karla kate katherine
kathleen kathryn kathy katie katrina kay kayla kayleigh kendra kimberly kirsten kristen kristin kristina kyra lara latoya laura lauren
laurie layla lea leah leila lena leslie lily linda lisa liz lizzie lois loretta lori lorraine louise lucia lucille lucinda lucy
luisa lydia lynn mabel mackenzie madeleine madison maggie malala manuela marcia margaret margarita maria mariam marian marianne marie
marilyn marina marion marissa marjorie marlene martha martina mary maryam matilda maureen maxine maya megan meghan melania melissa
mercedes meredith michelle mildred milena mina miranda miriam molly monica muriel myra nadia nancy naomi natalia natalie natasha
nicole nikki nina nora norma olga olivia pamela patricia patty paula pauline peggy penelope penny petra phyllis pilar polly priya
priyanka rachel ramona raquel rebecca regina renee rhonda rita roberta robin rosa rosalind rose rosemary roxanne ruth sabrina
sally samantha sandra sara sarah savannah selena shannon sharon sheila shelley sherry shirley silvia simone sofia sonia sonja sonya sophia
sophie stacey stacy stella stephanie sue summer susan susanna suzanne svetlana sylvia tamara tania tanya tara tatiana teresa tess
tessa thelma theresa tiffany tina tracy trudy ursula valerie mara vanessa vera verona veronica vicki victoria violet virginia vivian
wanda wendy whitney wilma winifred yasmin yolanda yvette yvonne zara zoe
`
