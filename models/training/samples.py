"""Chooses sample questions for the app's menu:  python3 samples.py ../thoughtscope-small.gguf > ../samples.json

Takes those of the candidates that the model answers rightly in its own words (greedy, no way of thinking forced).
"""
import json
import sys

from evaluate import HERE, Bench
from scoring import answer_in, is_right

MOST = 14
CANDIDATES = [
    ("Apples in boxes", "word", "Tom has 3 boxes with 12 apples each. He gives away 7. How many apples are left?", "29"),
    ("The restarted download", "word", "Carla is downloading a 200 GB file. Normally she can download 2 GB per minute, but 40% of the way through the download, Windows forces a restart to install updates, which takes 20 minutes. Then Carla has to restart the download from the beginning. How long does it take to download the file?", "160"),
    ("Four numbers, one pair of brackets", "brackets", "Add one pair of parentheses so that 2 + 3 * 4 - 1 equals 19.", "(2 + 3) * 4 - 1"),
    ("A secret number", "word", "Ivan thinks of a number. He multiplies it by 7 and adds 12. The result is 75. What is the number?", "9"),
    ("Five numbers, one pair of brackets", "brackets", "Add one pair of parentheses so that 8 - 2 * 3 + 1 * 5 equals 23.", "(8 - 2) * 3 + 1 * 5"),
    ("Brackets again", "brackets", "Add one pair of parentheses so that 7 - 2 * 3 + 4 equals 19.", "(7 - 2) * 3 + 4"),
    ("Shopping for two things", "word", "Anna buys 4 pens for 3 dollars each and 2 books for 12 dollars each. How much does she pay in all?", "36"),
    ("Change at the till", "word", "Ben has 50 dollars. He buys 3 books for 9 dollars each. How many dollars are left?", "23"),
    ("Sharing marbles", "word", "Mia has 17 marbles and Leo has 25 marbles. They put them together and share them equally among 6 friends. How many does each friend get?", "7"),
    ("Two legs of a journey", "word", "A train goes 3 hours at 80 km per hour and then 2 hours at 65 km per hour. How many kilometres is that in all?", "370"),
    ("Ages", "word", "Nora is 14 years old. Omar is 3 times as old as Nora. How old will Omar be in 5 years?", "47"),
    ("Empty seats", "word", "In a hall there are 9 rows with 14 seats in each row. 47 men and 38 women sit down. How many seats are empty?", "41"),
    ("A sale", "word", "A coat costs 80 dollars. Today it is 25% off. How much does it cost now?", "60"),
    ("On and off the bus", "word", "A bus starts with 46 people. 17 get off at the first stop and 12 get off at the second stop. How many are left?", "17"),
    ("Saving up", "word", "Lucy wants a bike that costs 180 dollars. She has 60 dollars and saves 15 dollars every week. How many weeks does she need?", "8"),
    ("A longer story", "word", "Sam has 6 boxes with 25 stamps each. Then he buys 48 more stamps. After that, he gives 14 stamps to each of 5 friends. How many stamps does Sam have now?", "128"),
    ("Laps", "word", "Ella runs 4 laps of 250 metres each day for 6 days. How many metres is that in all?", "6000"),
    ("Half as many", "word", "Max sold 36 tickets on Friday and half as many on Saturday. How many tickets is that in all?", "54"),
    ("A rope", "word", "Paul has a rope of 120 metres and cuts off 6 pieces of 14 metres each. How much is left?", "36"),
    ("A plain sum", "word", "What is 47 + 38?", "85"),
    ("Cookies", "word", "I have 24 cookies. I eat 5 and give 7 to my sister. How many cookies do I have left?", "12"),
    ("A machine", "word", "A machine makes 12 toys per hour. It works 8 hours a day, 5 days. How many is that in all?", "480")]


def main():
    try:
        bench = Bench(sys.argv[1], HERE.parent / "heldout", 1, 1)
    except (ValueError, OSError) as error:
        sys.exit(str(error))
    lines = [{"title": title, "kind": kind, "question": question, "answer": answer} for title, kind, question, answer in CANDIDATES]
    _, texts = bench.greedy(lines, [""] * len(lines))
    chosen = [line for line, text in zip(lines, texts) if is_right(line, answer_in(text))]
    print(f"{len(chosen)} of {len(lines)} answered rightly", file=sys.stderr)
    samples = [{"question": line["question"], "answer": line["answer"], "title": line["title"]} for line in chosen[:MOST]]
    print(json.dumps(samples, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
