#!/bin/sh
# From nothing to a model file.  On a processor in two stages, simple problems first; on a GPU everything at once.
#
#   ./train.sh --minutes 120            two hours on this machine
#   ./train.sh --minutes 8              where there is a GPU
#   ./train.sh --minutes 60 --more      goes on from the shipped model instead of from nothing
#   ./train.sh --smoke                  a tiny model in about a minute, to see that all parts work
#
# Options: --out FILE (default run/thoughtscope-small.gguf), --threads N (default: all cores),
# PYTHON=/path/to/python3 in the environment chooses the interpreter (it needs torch and numpy).
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
minutes=120 out=run/thoughtscope-small.gguf threads=$(nproc) smoke= more=
while [ $# -gt 0 ]; do
    case $1 in
        --minutes) minutes=$2; shift 2 ;;
        --out) out=$2; shift 2 ;;
        --threads) threads=$2; shift 2 ;;
        --smoke) smoke=1; shift ;;
        --more) more=1; shift ;;
        *) echo "unknown option $1; see the head of train.sh" >&2; exit 2 ;;
    esac
done
if [ -n "$smoke" ]; then
    run=$(mktemp -d)
    trap 'rm -rf "$run"' EXIT
    size="--width 64 --layers 2 --feed-forward 128 --batch-tokens 1024 --run $run"
    "$python" train.py $size --threads "$threads" --simple --minutes 0.1
    "$python" export.py "$run/checkpoint.pt" "$run/simple.gguf" --type f16
    "$python" train.py $size --threads "$threads" --init "$run/simple.gguf" --minutes 0.1
    "$python" export.py "$run/checkpoint.pt" "$run/smoke.gguf"
    "$python" check_tokenizer.py "$run/smoke.gguf" 1000
    "$python" evaluate.py "$run/smoke.gguf" --parts curve,strip,outside,file --limit 2
    echo "smoke run complete"
    exit 0
fi
start=run/simple.gguf share=0.7 rate=0.8
if [ -n "$more" ]; then
    shipped=../thoughtscope-small.gguf
    "$python" train.py --threads "$threads" --init "$shipped" --rate 0.5 --minutes "$(awk "BEGIN { print $minutes * 0.5 }")"
    "$python" export.py run/checkpoint.pt run/far.gguf --type f16
    "$python" average.py "$shipped" run/far.gguf 0.5 run/between.gguf
    start=run/between.gguf share=0.5 rate=0.2
elif "$python" -c 'import sys, torch; sys.exit(not torch.cuda.is_available())'; then
    start='' share=1 rate=1
else
    "$python" train.py --threads "$threads" --simple --minutes "$(awk "BEGIN { print $minutes * 0.3 }")"
    "$python" export.py run/checkpoint.pt run/simple.gguf --type f16
fi
"$python" train.py --threads "$threads" ${start:+--init "$start"} --rate "$rate" --minutes "$(awk "BEGIN { print $minutes * $share }")"
"$python" export.py run/checkpoint.pt "$out"
"$python" check_tokenizer.py "$out"
echo "written: $out; measure it with: $python evaluate.py $out"
