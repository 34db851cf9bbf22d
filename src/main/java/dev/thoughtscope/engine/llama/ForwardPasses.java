package dev.thoughtscope.engine.llama;

import dev.thoughtscope.engine.Exactness;
import dev.thoughtscope.engine.StopReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Computes the next tokens of all running branches together and hands each its logits.
/// For the owning thread alone.
final class ForwardPasses {
    /// Prompt tokens beside branches that generate, few enough that these keep moving.
    private static final int PROMPT_SHARE = 128;

    /// Logits kept at once: 64 MB.
    private static final int MOST_LOGITS = 1 << 24;

    /// Passes to get by in pieces before cells are moved again, where moving did not help.
    private static final int PATIENCE = 64;

    /// Passes after which a branch that runs by itself counts as alone.
    private static final int COMPANY = 64;

    private final LlamaContext context;
    private final Scheduler scheduler;
    private final PrefixCache cache;
    private final Ledger ledger;
    private final LogitReadings readings;
    private final TokenChoices choices;
    private final int mostLogitRows;
    private final int bestRows;
    private int passesSinceFull = PATIENCE;
    private int passesAlone = COMPANY;

    ForwardPasses(
            LlamaContext context,
            Scheduler scheduler,
            PrefixCache cache,
            Ledger ledger,
            int vocabularySize,
            int bestRows) {
        this.bestRows = bestRows;
        this.context = context;
        this.scheduler = scheduler;
        this.cache = cache;
        this.ledger = ledger;
        readings = new LogitReadings(context, vocabularySize);
        choices = new TokenChoices(vocabularySize);
        mostLogitRows = Math.max(1, MOST_LOGITS / vocabularySize);
    }

    /// One step: one token for each branch that generates, and a piece of each prompt.
    void step() {
        if (!scheduler.running().isEmpty()) {
            var rows = plan();
            var running = scheduler.running();
            switch (strictest(running)) {
                case NONE -> {
                    if (cache.trim()) {
                        context.defrag(cache.pool().used());
                    }
                }
                case BESIDE_OTHERS -> cache.trimInOrder();
                // A cell that came free would be filled by a branch that may go on behind it later.
                case ALWAYS -> {}
            }
            decode(rows);
        }
    }

    private static Exactness strictest(List<Branch> running) {
        return running.stream()
                .map(branch -> branch.request.exactness())
                .max(Comparator.naturalOrder())
                .orElse(Exactness.NONE);
    }

    private List<Row> plan() {
        int room = Math.min(scheduler.makeRoom(), context.maxBatch);
        var rows = new ArrayList<Row>();
        for (var branch : scheduler.running()) {
            if (branch.pending() == 1 && rows.size() < room) {
                rows.add(row(branch, branch.slot.length));
            }
        }
        int limit = rows.isEmpty() ? context.maxBatch : Math.min(context.maxBatch, rows.size() + PROMPT_SHARE);
        for (var branch : scheduler.running()) {
            if (branch.pending() > 1) {
                room = Math.min(limit, scheduler.makeRoom(rows.size() + branch.pending()));
                addPrompt(branch, rows, room);
            }
        }
        return rows;
    }

    private void addPrompt(Branch branch, List<Row> rows, int room) {
        int wanted = (int) rows.stream().filter(Row::logits).count();
        for (int position = branch.slot.length; position < branch.target() && rows.size() < room; position++) {
            var row = row(branch, position);
            if (row.logits() && ++wanted > mostLogitRows) {
                return;
            }
            rows.add(row);
        }
    }

    private static Row row(Branch branch, int position) {
        boolean followed = false;
        for (var follower : branch.followers) {
            followed |= follower.anchor() == position;
        }
        return new Row(branch, position, followed || branch.wantsLogits(position));
    }

    private void decode(List<Row> planned) {
        var rows = placed(planned);
        if (rows.isEmpty()) {
            return;
        }
        int parts = (rows.size() + bestRows - 1) / bestRows;
        if (parts > 1 && rows.stream().allMatch(row -> row.branch().pending() == 1)) {
            // A pass over prompts is efficient at any size; one of many branches is not, on some libraries.
            for (int part = 0; part < parts; part++) {
                decode(rows.subList(part * rows.size() / parts, (part + 1) * rows.size() / parts));
            }
            return;
        }
        switch (compute(rows)) {
            case DONE -> {
                passesSinceFull++;
                distribute(rows);
            }
            case ABORTED -> forgetPartial(rows);
            case FULL -> decodeInPieces(rows);
        }
    }

    /// Rows whose branches still have cells; mostly all.
    private static List<Row> placed(List<Row> planned) {
        for (var row : planned) {
            if (row.branch().slot == null) {
                return planned.stream().filter(one -> one.branch().slot != null).toList();
            }
        }
        return planned;
    }

    /// A branch's rows lie together.
    private static int branches(List<Row> rows) {
        int count = 0;
        Branch last = null;
        for (var row : rows) {
            count += row.branch() == last ? 0 : 1;
            last = row.branch();
        }
        return count;
    }

    private LlamaContext.Outcome compute(List<Row> rows) {
        int branches = branches(rows);
        passesAlone = branches > 1 ? 0 : passesAlone + 1;
        long start = System.nanoTime();
        var outcome = wantsSecond(rows) ? computeWithSecond(rows) : computeOnly(rows);
        ledger.decoded(branches, System.nanoTime() - start);
        return outcome;
    }

    private LlamaContext.Outcome computeOnly(List<Row> rows) {
        fillBatch(rows);
        return context.decode();
    }

    private LlamaContext.Outcome computeWithSecond(List<Row> rows) {
        fillBatch(rows);
        context.add(rows.getFirst().branch().tokens[0], 0, cache.spareSequence(), false);
        var outcome = context.decode();
        context.forget(cache.spareSequence(), 0);
        return outcome == LlamaContext.Outcome.FULL ? computeOnly(rows) : outcome;
    }

    private void fillBatch(List<Row> rows) {
        context.clearBatch();
        for (var row : rows) {
            int position = row.position();
            context.add(row.branch().tokens[position], position, row.branch().slot.sequence, row.logits());
        }
    }

    /// llama.cpp multiplies a single row by another routine, which rounds differently. So that an exact branch gives the
    /// same numbers by itself as among others, it gets a row beside it: always, or for as long as others may be about to run
    /// with it.
    private boolean wantsSecond(List<Row> rows) {
        var first = rows.getFirst().branch();
        boolean company = switch (first.request.exactness()) {
            case NONE -> false;
            case BESIDE_OTHERS -> passesAlone < COMPANY || first.isYoung();
            case ALWAYS -> true;
        };
        return rows.size() == 1 && company && cache.pool().free() > 1;
    }

    /// The library wants free cells in one run; where it finds none, moving them together or asking for less helps.
    private void decodeInPieces(List<Row> rows) {
        boolean patient = passesSinceFull < PATIENCE;
        if (!patient) {
            passesSinceFull = 0;
        }
        if (!patient
                && context.defrag(cache.pool().used())
                && compute(rows) == LlamaContext.Outcome.DONE) {
            distribute(rows);
        } else if (rows.size() > 1) {
            decode(rows.subList(0, rows.size() / 2));
            decode(rows.subList(rows.size() / 2, rows.size()));
        } else if (!cache.evictOne(null)) {
            throw new IllegalStateException("llama.cpp finds no free cell with " + cache.pool().free() + " free");
        }
    }

    private void forgetPartial(List<Row> rows) {
        rows.stream()
                .map(Row::branch)
                .distinct()
                .forEach(branch -> context.forget(branch.slot.sequence, branch.slot.length));
    }

    private void distribute(List<Row> rows) {
        for (var row : rows) {
            var branch = row.branch();
            ledger.computed(cache.computed(branch.slot, branch.tokens[row.position()]));
            branch.noteComputed(1);
        }
        var outputs = new ArrayList<Row>(rows.size());
        for (var row : rows) {
            if (row.logits()) {
                outputs.add(row);
            }
        }
        for (int from = 0; from < outputs.size(); from += readings.size()) {
            handOut(outputs.subList(from, Math.min(from + readings.size(), outputs.size())), from);
        }
    }

    private void handOut(List<Row> outputs, int firstLogitRow) {
        readings.read(outputs.size(), firstLogitRow, i -> outputs.get(i).top());
        var readers = new ArrayList<TokenChoices.Reader>();
        for (int i = 0; i < outputs.size(); i++) {
            addReaders(outputs.get(i), readings.row(i), readers);
        }
        choices.choose(readers);
        readers.forEach(this::advance);
    }

    private void addReaders(Row row, LogitRow logits, List<TokenChoices.Reader> readers) {
        var branch = row.branch();
        if (!branch.followers.isEmpty()) {
            for (var follower : List.copyOf(branch.followers)) {
                if (follower.anchor() == row.position()) {
                    branch.followers.remove(follower);
                    if (scheduler.join(follower, branch, row.position() + 1)) {
                        readers.add(reader(follower, row, logits));
                    }
                }
            }
        }
        if (branch.wantsLogits(row.position())) {
            readers.add(reader(branch, row, logits));
        }
    }

    private static TokenChoices.Reader reader(Branch branch, Row row, LogitRow logits) {
        return new TokenChoices.Reader(branch, logits, branch.samplesAfter(row.position()));
    }

    private void advance(TokenChoices.Reader reader) {
        var branch = reader.branch;
        int before = branch.sampled();
        StopReason ended;
        try {
            reader.check();
            ended = branch.accept(reader.logits);
        } catch (RuntimeException failed) {
            scheduler.fail(branch, failed);
            return;
        }
        if (branch.sampled() > before) {
            ledger.generated();
        }
        if (ended != null) {
            scheduler.finish(branch, ended);
        }
    }
}
