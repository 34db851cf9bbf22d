"""Word problems told as a chain of events, of any length: something is there, things happen to it, how much is it now?

The wordings of each theme are below; a pattern is a start, the events in their order, and a question.
Wordings that begin with `~` are kept apart: training never sees them.
"""
import zlib

from situations import Numbers, Problem, Unusable, evaluate_steps
from loosen import loosened, widened, with_remark
from templates import Filler

# What an event does: slots of the wording, and the steps (label, x, op, y) with "S" for the amount so far and "@-1" for the step before.
EVENTS = {
    "gain": (("x",), [("now", "S", "+", "x")]),
    "lose": (("x",), [("left", "S", "-", "x")]),
    "packs": (("k", "m"), [("new", "k", "*", "m"), ("now", "S", "+", "@-1")]),
    "handouts": (("k", "m"), [("given", "k", "*", "m"), ("left", "S", "-", "@-1")]),
    "double": ((), [("double", 2, "*", "S")]),
    "triple": ((), [("triple", 3, "*", "S")]),
    "half": ((), [("half", "S", "/", 2)]),
    "percent_off": (("p",), [("part", "p", "%", "S"), ("left", "S", "-", "@-1")]),
    "share": (("k",), [("each", "S", "/", "k")]),
    "sell_all": (("m",), [("money", "S", "*", "m")]),
}
LAST_ONLY = ("share", "sell_all")

_COME = ("[arrive|appear|come along|join in|enter|show up|turn up|drop in|walk in|rush in|step in|climb in|hop on|get in|check in|sign up|come back|return|move in|are let in|"
         "are invited|run in|gather|march in|stream in|board|sit down with them|press in|push in]")
_GO = ("[leave|go|walk away|walk out|drive off|exit|depart|hurry away|run away|are sent home|drop out|sneak away|fly away|check out|move out|step out|climb out|hop off|give up|"
       "fall asleep and go home|get lost|disappear|say goodbye|are called away|march away|swim away|slip away|stay behind|ride away|sail away]")
_GAINED = "[delivered|found|added|donated|bought|brought|sent|returned|placed there|made|collected|picked up|ordered|handed in|dropped off|put on top|thrown in|laid beside them|discovered|printed]"
_GONE = ("[sold|lost|broken|given away|taken out|used|eaten|stolen|thrown away|removed|donated|damaged|burnt|shipped|mailed|carried off|lent out|returned|traded|hidden|crossed out|"
         "handed out|picked out|ruined|swallowed|scattered|taken home|left on a bench|cut down|torn|spilled|dropped]")
_GIFT = "[bonus|gift|present|prize|reward|refund|tip|pension|loan|scholarship|wage|salary|payment|check]"
_COST = "[fine|fee|bill|tax|toll|rent|ticket|repair|haircut|meal|lunch|dinner|taxi ride|donation|penalty|deposit|parcel|postage]"
_RELATIVE = "[uncle|aunt|cousin|neighbor|grandmother|grandfather|mother|father|sister|brother|teacher|boss|nephew|niece|friend|guest|stranger]"
_OUT = "[lost|spilled|poured out|used up|drained|drunk|evaporated|sold|taken off|removed|pumped out|wasted|subtracted|let out|washed away]"
_INTO = "[added|poured in|pumped in|put in|gained|collected|filled in|laid on top|poured on top|let in]"

THINGS = {
    "start": ["{n} has a [collection|pile|heap|stock|set] of {a} {it}.", "{n} [looks at|brings|counts|guards|picks|buys|carries] {a} {it}.", "{a} {it} [lie|are|sit] [on the table|on the floor|in the {cont}|in the room].", "{n} has {a} {it}.", "{n} had {a} {it}.", "There are {a} {it} in a {cont}.", "{n} [owns|keeps|collected|found|made] {a} {it}.",
              "{n} starts the [day|week] with {a} {it}.", "In the {cont} of {n} there are {a} {it}.", "{shop} has {a} {it}.",
              "At first {n} had {a} {it}.", "~{n} is the owner of {a} {it}.", "~Once upon a time {n} counted {a} {it}."],
    "start_boxes": ["{n} [stacks|opens|packs|carries|counts] {k} {conts}, each with {m} {it} [inside|in it].", "{k} {conts} [stand|lie] [in a row|on the table|by the door], and each [is filled with|contains|holds|has] {m} {it}.",
                    "{n} has {k} {conts} with {m} {it} each.", "{n} has {k} {conts} of {it}. Each {cont} holds {m} {it}.",
                    "There are {k} {conts} with {m} {it} in each {cont}.", "{n} buys {k} {conts} of {m} {it}.",
                    "{n} fills {k} {conts} with {m} {it} each.", "{shop} orders {k} {conts}, and in each there are {m} {it}.",
                    "~{n} lines up {k} {conts}; {m} {it} fit into each and all are full."],
    "start_two": ["{n} has {k} {conts} with {m} {it} each and {k2} {conts2} with {m2} {it} each.",
                  "{n} has {k} {conts} of {m} {it}, and {k2} {conts2} of {m2} {it}.",
                  "There are {k} {conts} with {m} {it} in each, and {k2} {conts2} with {m2} in each."],
    "gain": ["{x} [more|other|new|extra|further] {it} are " + _GAINED + ".", "{x} {it} are " + _GAINED + " too.", "{His} " + _RELATIVE + " [brings|sends|gives|lends|makes] {him} {x} [more {it}|{it}|further {it}].",
             "As a " + _GIFT + ", {n} gets {x} {it}.", "{x} [more|further|others] [turn up|appear|are there].", "{n} [is lucky and|then] finds {x} [more|others].",
             "{n} [buys|gets|finds|makes|receives] {x} more [{it}|].", "{n2} gives {n} {x} more {it}.", "{He} [gets|finds|buys] {x} new {it}.",
             "{n} got {x} {it} from {n2}.", "Another {x} {it} are [added|put in|bought|found].", "{x} {it} come in.", "{n2} brings {x} {it}.",
             "{n} adds {x} {it}.", "{n} wins {x} [{it}|more].", "{n} picks {x} [{it}|more].", "{n} earns {x} {it} as a [prize|reward].", "{x} {it} are delivered.", "{n} borrows {x} {it} from {n2}.", "{n} gets back {x} {it}.", "{His} [mother|father|teacher|uncle] gives {him} {x} {it}.", "{n} grows {x} [more|new] {it}.", "{n} trades a {one2} for {x} {it}.", "{n2} sends {him} {x} {it}.", "~A cousin makes {n} a present of {x} {it}.",
             "~By luck {x} further {it} turn up."],
    "lose": ["{x} {it} are " + _GONE + ".", "{x} of [them|the {it}] are " + _GONE + ".", "{x} {it} must be " + _GONE + ".", "A [cat|goat|thief|bird|monkey|customer|wind|fire] takes {x} of the {it}.",
             "{His} " + _RELATIVE + " [takes|borrows|eats|breaks|loses|walks off with] {x} [of the {it}|{it}|of them].", "{n} [must give up|has to hand over|decides to sell|lets go of] {x} {it}.",
             "{n} gives {x} [{it}|of them] to {n2}.", "{n} [loses|sells|uses|breaks|gives away] {x} [{it}|of them|].", "{x} {it} are [sold|lost|broken|given away|taken out|used].",
             "{n2} takes {x} {it}.", "{He} [eats|lost|sold|gave away|threw away] {x} of them.", "{x} of the {it} are [bad|stolen|broken], and {n} throws them away.",
             "{n} lends {x} {it} to {n2}.", "{n} has to give back {x} {it}.", "{n} hands {x} {it} to {his} [sister|brother|friend].", "{x} {it} [fall out|get lost|go missing|go bad].", "{n} throws {x} [{it}|of them] away.", "{n} drops {x} [{it}|of them].", "{n} pays with {x} {it}.", "{n} leaves {x} {it} at {place}.", "{x} of them are eaten by [a cat|birds|ants|mice].", "{n} burns {x} of them.", "{n} ships {x} {it} to {n2}.", "~{n} must part with {x} {it}.", "~A dog runs off with {x} of the {it}."],
    "packs": ["{k} [cousins|neighbors|sisters|teachers|guests|uncles] [send|give|bring] {him} {m} {it} each.", "{n} buys {k} {conts2} of {m} {it}.", "{n} gets {k} more {conts2} with {m} {it} each.", "{k} friends bring {m} {it} each.",
              "{n2} gives {n} {k} {conts2} with {m} {it} in each.", "{n} makes {m} {it} a day for {k} days.", "For {k} days {n} finds {m} {it} every day.",
              "~{k} aunts send {m} {it} apiece."],
    "handouts": ["{k} [cousins|neighbors|sisters|teachers|guests|children] [take|get|buy|receive|carry off] {m} {it} each.", "Each of {k} [cousins|neighbors|children|guests] [takes|gets|receives] {m} {it}.", "{n} gives {m} {it} to each of {k} friends.", "{k} friends get {m} {it} each.", "{n} sells {k} {conts2} of {m} {it}.",
                 "For {k} days {n} uses {m} {it} every day.", "{n} gives {k} children {m} {it} each.", "{He} eats {m} a day for {k} days.",
                 "~{k} neighbours walk away with {m} {it} apiece."],
    "double": ["The number of {it} doubles.", "{n} doubles {his} {it}.", "{n2} gives {n} as many {it} as {he} has.", "Then there are twice as many {it}."],
    "triple": ["The number of {it} triples.", "Then there are three times as many {it}."],
    "half": ["{n} gives half of the {it} to {n2}.", "{n} [sells|loses|gives away] half of [them|the {it}|what is left].", "Half of the {it} are [sold|lost|bad]."],
    "percent_off": ["{p}% of the {it} are [sold|lost|given away].", "{n} [sells|gives away] {p}% of [them|the {it}]."],
    "share": ["{n} shares the {it} equally among {k} friends. How many {it} does each friend get?", "The {it} are put into {k} {conts2} equally. How many {it} are in each {cont2}?",
              "{n} divides the rest equally among {k} people. How many does each get?", "~{k} children then get equal shares of it all. What does each of them have?"],
    "sell_all": ["{n} sells all {it} for {m:m} each. How much money does {he} get?", "Each {one} that is left is sold for {m:m}. How many {cur} is that?",
                 "~A trader takes the whole lot for {m:m} a piece. What does {n} earn?"],
    "ask": ["How many {it} does {n} have [now|then|in the end|at the end|left|]?", "How many {it} are there [now|then|at the end]?", "How many [are left|are there now]?",
            "How many {it} is that [now|in the end]?", "What is the number of {it} now?", "How many {it} remain?"],
    "distract": ["{n2} has {y} {it2}.", "{n} is {y} years old.", "{n} also has {y} {it2}.", "{shop} is {y} km away.", "{n3} owns {y} {it3}.",
                 "One {one2} costs {y:m}.", "{n} lives in house number {y}.", "It takes {n} {y} minutes to count them.", "{n2} is {y} cm tall.",
                 "~The radio is on for {y} minutes.", "~{n} wears shoes of size {y}."]}
PEOPLE = {
    "start": ["A [group|crew|line|club|class|party|team|band] of {a} [people|men|guests|] is [waiting|standing|sitting] [outside|in the hall|at the door|on the bridge|at the station].", "There are {a} people [on a bus|on a train|in a hall|in a park|at a party|in a cinema|on a ship].", "A [bus|train|boat] starts with {a} people.",
              "{a} [people|children|guests] are [at a party|in the museum|in a room].", "~A crowd of {a} waits at the gate."],
    "start_boxes": ["{k} [buses|cars|boats] come with {m} people each.", "There are {k} rows with {m} people in each row.", "{k} groups of {m} children go to {place}.",
                    "~{k} classes, each of {m} pupils, meet in the yard."],
    "start_two": ["{k} buses come with {m} people each, and {k2} cars come with {m2} people each.", "There are {k} tables with {m} guests and {k2} tables with {m2} guests."],
    "gain": ["{x} [people|more|others|more people|guests|women|boys|] " + _COME + ".", "Another {x} " + _COME + ".", "{x} [people|more|others] [get on|come in|arrive|join them].", "{x} more people come.", "At the next stop {x} get on.", "~Another {x} squeeze in."],
    "lose": ["{x} [people|of them|guests|women|boys|] " + _GO + ".", "{x} " + _GO + ".", "{x} [people|of them|] [get off|leave|go home|go away].", "At the next stop {x} get off.", "{x} of them leave.", "~{x} slip out by the back door."],
    "packs": ["{k} families of {m} people come.", "{k} cars bring {m} people each.", "At each of {k} stops {m} people get on.", "~{k} boats land with {m} travellers in each."],
    "handouts": ["{k} groups of {m} people leave.", "At each of {k} stops {m} people get off.", "{k} taxis take {m} people each away.", "~{k} teams of {m} march off."],
    "double": ["The number of people doubles.", "Then there are twice as many."], "triple": ["Then there are three times as many people."],
    "half": ["Half of [them|the people] leave.", "Half of the people get off."], "percent_off": ["{p}% of the people go home.", "{p}% of them leave."],
    "share": ["They form {k} equal groups. How many people are in each group?", "They sit down at {k} tables, the same number at each. How many people sit at each table?"],
    "sell_all": ["Each of them pays {m:m}. How much money is that?", "A ticket costs {m:m} for each one. How much do they all pay?"],
    "ask": ["How many people are there [now|then|at the end]?", "How many people are left?", "How many [are there|remain|stay]?"],
    "distract": ["The driver is {y} years old.", "The trip is {y} km long.", "It is {y} minutes past noon.", "The room is {y} metres long.", "A ticket costs {y:m}.", "~The walls are {y} years old."]}
MONEY = {
    "start": ["{n} has [savings|a purse] of {a:m}.", "The [account|purse|piggy bank|wallet] of {n} holds {a:m}.", "In the [account|purse|piggy bank|wallet] of {n} there are {a:m}.", "{n} has {a:m}.", "{n} has {a:m} in {his} [purse|pocket|wallet|piggy bank].", "{n} gets {a:m} from {n2}.", "{n} starts with {a:m}.", "~The savings of {n} stand at {a:m}."],
    "start_boxes": ["{n} works {k} hours for {m:m} an hour.", "{n} sells {k} {it} for {m:m} each.", "{n} saves {m:m} a week for {k} weeks.", "{k} friends give {n} {m:m} each.",
                    "~{n} walks {k} dogs and takes {m:m} for each."],
    "start_two": ["{n} sells {k} {it} for {m:m} each and {k2} {it2} for {m2:m} each.", "{n} works {k} hours at {m:m} an hour and {k2} hours at {m2:m} an hour."],
    "gain": ["{n} gets a " + _GIFT + " of {x:m}.", "A " + _GIFT + " of {x:m} [comes|arrives|is paid].", "{His} " + _RELATIVE + " [gives|sends|pays|lends|hands] {him} {x:m}.", "Selling a {one2} brings {x:m}.",
             "{n} [earns|gets|finds|wins] {x:m} [more|].", "{n2} gives {him} {x:m}.", "{n} gets {x:m} for {his} birthday.", "{n} sells a {one2} for {x:m}.", "~An uncle slips {n} {x:m}."],
    "lose": ["{n} [pays|has to pay] a " + _COST + " of {x:m}.", "A " + _COST + " [costs|takes] {x:m}.", "{x:m} [are spent|go] [on|for] a " + _COST + ".", "{His} " + _RELATIVE + " [borrows|takes|gets|asks for] {x:m}.",
             "{x:m} [must be paid|are stolen|are lost|have to be returned|are owed to {n2}].", "{n} [spends|pays|loses] {x:m}.", "{n} buys a {one} for {x:m}.", "{He} gives {x:m} to {n2}.", "A {one2} costs {him} {x:m}.", "{n} spends {x:m} on {it2}.", "~A fine of {x:m} is due."],
    "packs": ["{n} works {k} hours for {m:m} an hour.", "{n} sells {k} {it2} for {m:m} each.", "{k} neighbours pay {n} {m:m} each.", "{n} saves {m:m} a day for {k} days."],
    "handouts": ["{n} buys {k} {it} for {m:m} each.", "{He} gives {m:m} to each of {k} friends.", "For {k} days {n} spends {m:m} a day.", "{n} pays for {k} {it2} that cost {m:m} each.",
                 "~{n} hands {m:m} to every one of {k} helpers."],
    "double": ["Then {n} doubles {his} money.", "{n2} gives {n} as much money as {he} has."], "triple": ["Then {n} triples {his} money."],
    "half": ["{n} spends half of [it|the money|what is left].", "{n} gives half of {his} money to {n2}."], "percent_off": ["{n} spends {p}% of {his} money.", "{p}% of the money is spent."],
    "share": ["{n} shares the money equally among {k} children. How much does each child get?", "The money is split equally between {k} people. How much does each get?"],
    "sell_all": [],
    "ask": ["How much money does {n} have [now|left|then|in the end]?", "How many {cur} does {n} have [now|left|at the end]?", "How much is left?", "How many {cur} are left?"],
    "distract": ["{n2} has {y} {it2}.", "{n} is {y} years old.", "The shop opened {y} years ago.", "{n} rides {y} km to the shop.", "{n3} has {y:m}.", "~Bus number {y} stops here."]}
STUFF = {
    "start": ["The [scale|meter|counter|display] shows {a}.", "The [tank|barrel|tub|bucket|jug] [contains|has|holds] {a} litres.", "The water [level|line] is at {a}.", "There are {a} litres of water in a [tank|pool|barrel].", "A [sack|bin] holds {a} kg of [rice|flour|sand].", "A [rope|wire|board] is {a} cm long.", "{n} has {a} points in a game.",
              "A tree is {a} cm high.", "A balloon flies at {a} metres.", "~The gauge reads {a} litres."],
    "start_boxes": ["{k} pipes bring {m} litres each into a tank.", "{n} pours {k} buckets of {m} litres into a tank.", "{n} wins {k} games with {m} points each.", "~{k} cans of {m} litres are emptied into a tub."],
    "start_two": ["{n} pours {k} buckets of {m} litres and {k2} cans of {m2} litres into a tank.", "{n} wins {k} games with {m} points each and {k2} games with {m2} points each."],
    "gain": ["{x} [more|litres|] are " + _INTO + ".", "{x} [come|run|flow] in.", "{x} more [come|run|flow] in.", "{x} more are added.", "It [rises|grows|goes up] by {x}.", "{n} adds {x}.", "Another {x} come in.", "~On top of that come {x}."],
    "lose": ["{x} [litres|more|] are " + _OUT + ".", "{x} [run|leak|flow|drip] out.", "{x} are [taken away|lost|used].", "It [falls|sinks|goes down] by {x}.", "{n} takes {x} away.", "{x} are cut off.", "~{x} leak away."],
    "packs": ["Each hour {m} more are added, for {k} hours.", "{m} come in every day for {k} days.", "{n} adds {k} times {m}."],
    "handouts": ["Each hour {m} are lost, for {k} hours.", "{n} takes away {k} times {m}.", "{m} go out every day for {k} days."],
    "double": ["The amount doubles.", "It doubles."], "triple": ["It triples."], "half": ["Half of it is lost.", "Half of it is used."], "percent_off": ["{p}% of it is lost.", "{p}% of it is used."],
    "share": ["It is divided into {k} equal parts. How much is each part?"], "sell_all": [],
    "ask": ["How much is it [now|then|in the end]?", "How much is left?", "What is it at the end?", "How much is there now?"],
    "distract": ["{n} is {y} years old.", "It is {y} minutes past noon.", "{n2} has {y} {it2}.", "The garden is {y} metres long."]}
MINE = {
    "start": ["I have {a} {it}.", "I had {a} {it}.", "I own {a} {it}.", "I start with {a} {it}.", "In my {cont} there are {a} {it}.", "We have {a} {it}.", "My {cont} holds {a} {it}."],
    "start_boxes": ["I have {k} {conts} with {m} {it} each.", "I have {k} {conts} of {m} {it}.", "I buy {k} {conts}. Each {cont} has {m} {it}.", "I fill {k} {conts} with {m} {it} each.", "I bought {k} {conts} of {m} {it}."],
    "start_two": ["I have {k} {conts} with {m} {it} each and {k2} {conts2} with {m2} {it} each.", "I bought {k} {conts} of {m} {it} and {k2} {conts2} of {m2} {it}."],
    "gain": ["I [buy|find|get|make] {x} more.", "My [mom|dad|friend|aunt|brother] gives me {x} more [{it}|].", "{n} gives me {x} {it}.", "I get {x} {it} from {n}.", "I bought {x} more {it}.", "I got {x} more."],
    "lose": ["I [give|hand] {x} [of them|] to {n}.", "I [eat|lose|use|sell|break] {x} [{it}|of them|].", "I give away {x}.", "{n} takes {x} [{it}|of them|].", "I lost {x}.", "I gave {x} {it} to my [sister|friend|brother]."],
    "packs": ["I buy {k} {conts2} of {m} {it}.", "{k} friends give me {m} {it} each.", "I make {m} {it} a day for {k} days."],
    "handouts": ["I give {m} {it} to each of {k} friends.", "I use {m} a day for {k} days.", "I sell {k} {conts2} of {m} {it}."],
    "double": ["I double the number.", "Then I have twice as many."], "triple": ["Then I have three times as many."],
    "half": ["I give half of them to {n}.", "I [sell|lose|give away] half of them."], "percent_off": ["I [sell|give away|lose] {p}% of them."],
    "share": ["I share them equally among {k} friends. How many does each friend get?", "I put them into {k} {conts2} equally. How many are in each {cont2}?"],
    "sell_all": ["I sell them all for {m:m} each. How much money do I get?"],
    "ask": ["How many {it} do I have [now|left|then|in the end|]?", "How many do I have [now|left|]?", "How many {it} are left?", "How many are left?", "How many {it} remain?"],
    "distract": ["I am {y} years old.", "{n} has {y} {it2}.", "I live {y} km from school.", "My brother is {y} years old.", "I also have {y} {it2}."]}
THEMES = {"things": (THINGS, 0.44), "people": (PEOPLE, 0.15), "money": (MONEY, 0.19), "stuff": (STUFF, 0.1), "mine": (MINE, 0.12)}
LINKS = ["", "", "", "Then ", "Then ", "After that, ", "Later ", "Next, ", "On {day2} ", "The next day ", "Now ", "Afterwards ", "A week later ", "~In the evening ", "~Not long after, "]


# More wordings of the themes, for training alone.
WIDER_THEMES = {
    "things": {
        "start": ["{n}'s [collection|hoard|shelf|cupboard] [counts|has|holds] {a} {it}.", "{n} [inherits|is given|was given|unpacks|sees] {a} {it}.", "To begin with, {n} [has|had|holds] {a} {it}.", "A [wagon|truck|boat] [carries|brings] {a} {it}.",
                  "[Yesterday|This morning|In the beginning|Before the game] {n} had {a} {it}.", "{a} is the number of {it} that {n} has.", "The number of {it} in the {cont} is {a}.", "{n} bought {a} {it} at {place}."],
        "start_boxes": ["{k} {conts} are full, with {m} {it} in each [one|of them].", "Each of {k} {conts} [has|holds|contains] {m} {it}.", "Into each of {k} {conts} {n} puts {m} {it}.", "{n} has {m} {it} in each of {k} {conts}.", "Every one of {n}'s {k} {conts} [has|holds] {m} {it}.",
                        "{m} {it} are in a {cont}. {n} has {k} such {conts}.", "A {cont} holds {m} {it}. {n} fills {k} of them.", "{n} has {m} {it} per {cont} and {k} {conts}."],
        "start_two": ["{k} {conts} hold {m} {it} each; {k2} {conts2} hold {m2} {it} each.", "{n} fills {k} {conts} with {m} {it} each, and {n2} fills {k2} {conts2} with {m2} {it} each."],
        "gain": ["{n} [digs up|wins|is sent|picks up|comes home with] {x} [more|others].", "{x} [more|extra|] {it} [join|follow|reach] the [others|rest].", "{n2} [passes|lets {n} have|leaves {n}] {x} {it}.", "{x} {it} [from {n2}|from a friend|from the cellar] are put with them.", "A [second|new] {cont2} brings {x} more.",
                 "{n} [doubts it, but|is glad:] {x} {it} come back.", "{His} [neighbor|boss|cousin] adds {x}.", "The next [delivery|parcel|day] brings {x} more.", "Now {x} {it} more are there."],
        "lose": ["{x} of the {it} [do not last|vanish|melt|roll away|are thrown out|are wasted|must go].", "{n} [parts with|uses up|gets rid of|forgets|passes on|sets aside] {x} of [them|the {it}].", "{n2} [wants|needs|is sent|walks off with] {x} of them and gets them.", "{n} is short of {x} {it} [after that|later]: they were [stolen|lost].",
                 "A [dog|storm|child] [ruins|breaks|spoils] {x} of [them|the {it}].", "{x} [{it}|of them] are [for|handed to] {n2}.", "But {x} of them [are no good|break|get wet].", "{x} {it} fewer are there after a [sale|party|trip]."],
        "packs": ["{k} [times|times in a row], {n} [gets|finds|buys] {m} {it}.", "{k} {conts2} come, with {m} {it} in each.", "Each of {k} [guests|friends|neighbors] brings {m} {it}.", "{m} {it} are added on each of {k} days.", "{n} opens {k} {conts2} and finds {m} {it} in each."],
        "handouts": ["{k} [times|times in a row], {n} [gives away|loses|sells] {m} {it}.", "Every one of {k} [guests|friends|players] takes {m} {it} home.", "{m} {it} are used on each of {k} days.", "{k} {conts2} with {m} {it} each are [sent off|sold|stolen].", "{n} packs {m} {it} into each of {k} {conts2} and sends them off."],
        "ask": ["How many {it} are [still there|in the {cont} now|with {n} now]?", "What number of {it} is that?", "How many {it} [has|can] {n} [got|count] [now|at the end]?", "With how many {it} does {n} end?", "Count the {it}. How many are there?", "What is the final number of {it}?"],
        "distract": ["{n2} has owned a {one2} for {y} years.", "It is day {y} of the year.", "{n} has a friend who is {y} years old.", "The {cont} weighs {y} kg.", "There are {y} {it2} [next door|in the other room].", "Each {one} weighs {y} grams."]},
    "people": {
        "start": ["{a} [guests|players|workers|dancers|students] are [here|there|on the list|in the hall].", "A [ship|hall|park|camp|cinema|hotel] has {a} people in it.", "At [first|noon|the start] {a} people [wait|are there|stand in line]."],
        "start_boxes": ["{k} [teams|tables|boats|rooms|groups] of {m} people are there.", "In each of {k} [rooms|boats|tents] there are {m} people.", "{k} [vans|lifts] bring {m} people each."],
        "gain": ["{x} [latecomers|others|newcomers|more people] [come|are there later|join them].", "{x} more [get a place|are taken in].", "Soon {x} others are with them."],
        "lose": ["{x} of them [have had enough|go to bed|catch a bus home|do not stay].", "{x} [do not want to wait and go|are taken home|are asked to go].", "Soon {x} fewer are there."],
        "ask": ["How many [persons|people] is that [now|]?", "How many are [still there|with them now|in there at last]?", "What is the number of people [now|at the end]?"],
        "distract": ["The [hall|ship|bus] is {y} years old.", "The [music|show] lasts {y} minutes.", "It is {y} degrees outside."]},
    "money": {
        "start": ["{n} [wins|inherits|finds|is given] {a:m}.", "On {n}'s [card|account] [is|are] {a:m}.", "{n} [takes|brings|carries] {a:m} [along|to the fair|with {him}].", "{n}'s [wallet|bank account|money box|salary] [has|shows|is] {a:m}.", "At the [start|beginning] of the [week|month|day] {n} [has|owns] {a:m}.", "{n} opens {his} purse and counts {a:m}.",
                  "{a:m} is what {n} has.", "{n} earned {a:m} [last week|this month|in May].", "{n} set aside {a:m}.", "A [club|school|class] has {a:m}.", "The [cash box|safe|till] holds {a:m}."],
        "start_boxes": ["{n} gets {m:m} for each of {k} {it} that {he} sells.", "For each of {k} [days|hours|jobs] {n} gets {m:m}.", "{n} earns {m:m} a day, {k} days long.", "{k} [people|aunts|guests] give {n} {m:m} each.", "{n} is paid {m:m} for every {one}; {he} brings {k}.", "{n} puts {m:m} into a box in each of {k} weeks."],
        "gain": ["{x:m} [more|] come from [a friend|{n2}|a sale|the bank].", "{n} [makes|collects|receives|is paid] {x:m} [more|] [for a job|on {day}|later].", "Then [the boss|{n2}|a customer] pays {n} {x:m}.", "{n} finds {x:m} [in the street|in a coat|under the sofa].", "A [win|prize|refund] adds {x:m}.", "{x:m} are added [to it|by {n2}|to the account].", "{n} gets {x:m} back.",
                 "{n} sells {it2} for {x:m} in all.", "{His} parents add {x:m}."],
        "lose": ["{n} [puts|lays] {x:m} [into a game|on the table|in the church box].", "{x:m} [go to|are for|are given to] {n2}.", "{n} needs {x:m} for [the bus|lunch|a taxi|food|repairs|the doctor].", "{x:m} [leave the account|are taken off|are missing|fall out of the pocket].", "{n} has to [pay|spend|give up] {x:m}.", "{n} treats {n2} to a {one2} for {x:m}.",
                 "[Lunch|Dinner|The bus|A haircut|A present|The rent|The phone] costs {him} {x:m}.", "{n} donates {x:m}.", "{n} lends {n2} {x:m}.", "{n} takes out {x:m} and spends it.", "The bank takes {x:m}.", "{n} pays {n2} {x:m}."],
        "packs": ["{k} [people|customers|uncles] give {him} {m:m} each.", "For {k} [days|weeks] {m:m} a [day|week] are added.", "{n} earns {m:m} for each of {k} [jobs|lessons|hours].", "Each of {k} {it2} is sold for {m:m}.", "Every week {m:m} come in, {k} weeks long."],
        "handouts": ["{n} pays {m:m} [on|for] each of {k} [days|weeks|rides|meals].", "{k} {it2} at {m:m} each are bought.", "{k} [children|helpers|friends] get {m:m} each.", "A ticket is {m:m} and {n} buys {k}.", "{n} spends {m:m} a week for {k} weeks.", "Each of {k} [trips|meals] costs {m:m}."],
        "ask": ["How much [does {n} have|has {n}|is there|remains] [now|then|in the end|at last|]?", "What is [left|the amount|the sum] [now|then|at the end]?", "How much money [is that|remains|is there now|has {n} got]?", "How much does {n} [own|have left|still have]?", "How many {cur} [remain|are there now]?"],
        "distract": ["{n2} has {y:m}.", "A {one3} costs {y:m}, but {n} does not want it.", "{n} has been working for {y} years.", "The shop is {y} metres away."]},
    "stuff": {
        "start": ["A [lake|bath|barrel|cask] has {a} litres in it.", "The [battery|fuel|clock] [stands at|shows] {a}.", "A [candle|plant|wall|snake] is {a} cm long.", "A [bag|cake|stone] weighs {a} kg.", "{n}'s score is {a}."],
        "gain": ["It [gains|gets] {x} [more|].", "It is [raised|filled up] by {x}.", "Then {x} more are put on.", "Rain adds {x}."],
        "lose": ["It [loses|drops by|shrinks by] {x}.", "{x} [vanish|dry up|are sold|are burnt].", "Then {x} less are there.", "The sun takes {x}."],
        "ask": ["What does it [show|hold|come to] now?", "How [much|many] [is|are] there [then|at last]?", "What is the value now?"]},
    "mine": {
        "start": ["[My mother|My boss|A friend] gave me {a} {it}.", "I [count|found|see|keep|bought] {a} {it}.", "I've got {a} {it}.", "On my desk are {a} {it}."],
        "gain": ["[My neighbor|Grandma|My boss] [adds|hands me] {x}.", "{x} more [arrive|come in the mail].", "I [pick up|win|earn|make] {x} more."],
        "lose": ["{x} [break|go bad|get lost|are stolen].", "I [drop|throw away|spend|hand out|sold|donated] {x} [of them|].", "[My dog|My sister|My friend] [takes|eats|wants] {x} of them.", "I no longer have {x} of them."],
        "ask": ["How many {it} [are mine|have I got|are with me|can I count] [now|then|]?", "How many [is that|have I] [now|]?", "What number of {it} is that?"]}}


def seen(wordings):
    return [wording for wording in wordings if not wording.startswith("~")]


def kept_apart(wordings):
    return [wording[1:] for wording in wordings if wording.startswith("~")]


class _Chain:
    """Builds one problem event by event."""

    def __init__(self, random, level, unseen, theme, wide):
        self.random, self.level, self.unseen, self.wide = random, level, unseen, wide
        self.draw = Numbers(random, level)
        self.filler = Filler(random, wide=wide)
        self.theme = THEMES[theme][0]
        self.wider = WIDER_THEMES[theme] if wide else {}
        self.sentences, self.steps, self.shape = [], [], [theme]
        self.kept_apart_used = 0

    def wording(self, kind):
        wordings = self.theme[kind]
        apart = kept_apart(wordings) if self.unseen else []
        if apart and self.random.random() < 0.75:
            self.kept_apart_used += 1
            return self.random.choice(apart)
        known = seen(wordings) + self.wider.get(kind, [])
        if not known:
            raise Unusable
        return self.random.choice(known)

    def say(self, wording, numbers, position=None):
        self.filler.numbers = numbers
        text = self.filler.fill(wording if self.unseen else loosened(wording, self.random))
        self.sentences.insert(len(self.sentences) if position is None else position, text)

    def step(self, label, x, op, y):
        self.steps.append((label, x, op, y))
        return evaluate_steps(self.steps)[-1]

    def start(self, kind):
        draw = self.draw
        if kind == "start":
            numbers = {"a": draw.big()}
            self.amount = numbers["a"]
        elif kind == "start_boxes":
            numbers = {"k": draw.few(), "m": draw.mid()}
            self.step("all", numbers["k"], "*", numbers["m"])
            self.amount = ("@", 0)
        else:
            numbers = {"k": draw.few(), "m": draw.mid(), "k2": draw.few(), "m2": draw.mid()}
            self.step("first", numbers["k"], "*", numbers["m"])
            self.step("second", numbers["k2"], "*", numbers["m2"])
            self.step("all", ("@", 0), "+", ("@", 1))
            self.amount = ("@", 2)
        self.say(self.wording(kind), numbers)
        self.shape.append((kind, *numbers.values()))

    def value(self):
        return evaluate_steps(self.steps)[-1] if isinstance(self.amount, tuple) else self.amount

    def numbers_for(self, kind):
        draw, value = self.draw, self.value()
        if kind == "gain":
            return {"x": draw.big()}
        if kind == "lose":
            return {"x": draw.below(min(value, 2 * draw._big[1]))}
        if kind == "packs":
            return {"k": draw.few(), "m": draw.mid()}
        if kind == "handouts":
            k = draw.few()
            return {"k": k, "m": draw.below(min(value // k + 1, 2 * draw._mid[1]))}
        if kind == "percent_off":
            return {"p": draw.pct()}
        if kind == "share":
            fitting = [k for k in range(2, 13) if value % k == 0 and value > k]
            if not fitting:
                raise Unusable
            return {"k": self.random.choice(fitting)}
        return {"m": draw.price()} if kind == "sell_all" else {}

    def event(self, kind):
        numbers = self.numbers_for(kind)
        index = len(self.steps)
        for label, x, op, y in EVENTS[kind][1]:
            operands = [self.amount if z == "S" else ("@", len(self.steps) - 1) if z == "@-1" else numbers.get(z, z) for z in (x, y)]
            self.step(label, operands[0], op, operands[1])
        self.amount = ("@", len(self.steps) - 1)
        wording = self.wording(kind)
        if index and kind not in LAST_ONLY or self.random.random() < 0.3:
            wording = self.joined(self.link(), wording)
        self.say(wording, numbers)
        self.shape.append((kind, *numbers.values()))

    def link(self):
        link = self.random.choice(LINKS if self.unseen else seen(LINKS))
        return link.lstrip("~")

    @staticmethod
    def joined(link, wording):
        """The wording after its link, with a small first letter where that is right."""
        if not link or wording.split()[0] in ("Then", "At", "For", "On", "In"):
            return wording
        if wording.startswith(("{He}", "{His}")):
            return link + "{h" + wording[2:]
        return link + (wording[0].lower() + wording[1:])

    def distract(self):
        position = self.random.randint(1, max(1, len(self.sentences) - 1))
        self.say(self.wording("distract"), {"y": self.random.choice((self.draw.few(), self.draw.big(), self.draw.mid()))}, position)


def step_target(random, level):
    """How many solution steps a problem of a level has."""
    return {1: (1, 2, 2), 2: (2, 2, 3), 3: (2, 3, 3, 4), 4: (4, 4, 5), 5: (5, 6, 6), 6: (7, 8, 9)}[level][random.randrange(3)]


def _build(random, level, unseen, theme, wide):
    chain = _Chain(random, level, unseen, theme, wide)
    target = step_target(random, level)
    starts = ["start"] * 5 + ["start_boxes"] * 4 * (target > 1) + ["start_two"] * (target > 3)
    chain.start(random.choice(starts))
    ended = False
    while len(chain.steps) < target and not ended:
        room = target - len(chain.steps)
        kinds = ["gain"] * 4 + ["lose"] * 5 + ["double", "half"] * (level > 1) + ["triple"] * (level > 2)
        kinds += (["packs"] * 2 + ["handouts"] * 2 + ["percent_off"]) * (room > 1)
        kinds += ["share", "sell_all"] * (room == 1 and bool(chain.steps))
        kind = random.choice(kinds)
        chain.event(kind)
        ended = kind in LAST_ONLY
    if not ended:
        chain.say(chain.wording("ask"), {})
    if unseen and not chain.kept_apart_used:
        raise Unusable
    for _ in range(random.randint(1, 2) if level > 5 else {4: random.randint(0, 1), 5: random.randint(1, 2)}.get(level, random.random() < 0.06)):
        chain.distract()
    values = evaluate_steps(chain.steps)
    key = zlib.crc32(repr(chain.shape).encode())
    question = " ".join(chain.sentences)
    question = question if unseen else with_remark(question, random)
    return Problem("chain_" + theme, widened(question, random) if wide else question, chain.steps, values, level, key, unseen, {"filler": chain.filler})


def chain_problem(random, level, unseen=False, wide=False):
    """A random chain of events."""
    while True:
        theme = random.choices(list(THEMES), [weight for _, weight in THEMES.values()])[0]
        if unseen and theme == "mine":
            continue
        try:
            return _build(random, level, unseen, theme, wide)
        except Unusable:
            continue
