// Fused CPU kernels for training a Llama-style model: bfloat16 activations, a float32 residual stream, packed documents.
//
// Shapes: N tokens, d width, H heads of HEAD numbers each, f feed-forward width, V vocabulary.
// Matrices are row major.  qkv is [N, 3d]: queries, keys and values side by side.  Documents are packed one after
// another; document i holds tokens start[i] .. start[i + 1] - 1, and attention never crosses from one to another.
// Every function splits its work over OpenMP threads and writes each output from one thread only.
#include <cmath>
#include <cstdint>
#include <cstring>
#include <omp.h>
#include <vector>

typedef uint16_t bf16;
static const int HEAD = 32;

static inline float widen(bf16 x) {
    uint32_t bits = (uint32_t)x << 16;
    float value;
    memcpy(&value, &bits, 4);
    return value;
}

static inline bf16 narrow(float value) {  // rounds to nearest even
    uint32_t bits;
    memcpy(&bits, &value, 4);
    bits += 0x7fff + ((bits >> 16) & 1);
    return (bf16)(bits >> 16);
}

// Sixteen floats at a time.
typedef float float16v __attribute__((vector_size(64), aligned(4)));
typedef int32_t int16v __attribute__((vector_size(64)));

static inline float16v load(const float* p) {
    float16v r;
    memcpy(&r, p, 64);
    return r;
}

static inline void store(float* p, float16v r) { memcpy(p, &r, 64); }

// exp to about 1e-6, for values from -87 to 87: 2^round(t) times a polynomial of the rest.
static inline float16v vexp(float16v x) {
    x = x < -87.f ? (float16v){} - 87.f : x;
    x = x > 87.f ? (float16v){} + 87.f : x;
    float16v t = x * 1.44269504f;
    float16v whole = (t + 12582912.f) - 12582912.f;
    float16v f = t - whole;
    float16v p = f * 0.0013333558f + 0.0096181291f;
    p = p * f + 0.0555041087f;
    p = p * f + 0.2402265070f;
    p = p * f + 0.6931471806f;
    p = p * f + 1.f;
    int16v exponent = (__builtin_convertvector(whole, int16v) + 127) << 23;
    float16v scale;
    memcpy(&scale, &exponent, 64);
    return p * scale;
}

static inline float sum_of(float16v v) {
    float s = 0;
    for (int i = 0; i < 16; i++) s += v[i];
    return s;
}

static inline float max_of(float16v v) {
    float m = v[0];
    for (int i = 1; i < 16; i++) m = v[i] > m ? v[i] : m;
    return m;
}

static inline float16v widen16(const bf16* p) {
    float16v r;
    for (int k = 0; k < 16; k++) r[k] = widen(p[k]);
    return r;
}

static inline void widen_row(const bf16* from, float* to, int n) {
    for (int k = 0; k < n; k++) to[k] = widen(from[k]);
}

static inline void narrow_row(const float* from, bf16* to, int n) {
    for (int k = 0; k < n; k++) to[k] = narrow(from[k]);
}

extern "C" {

void set_threads(int n) { omp_set_num_threads(n); }

// sum = x + y (y may be null); out = bf16(sum / rms(sum) * weight); inverse[i] = 1 / rms of row i.
void rms_forward(const float* x, const bf16* y, float* sum, const float* weight, bf16* out, float* inverse, int N, int d, float eps) {
#pragma omp parallel for schedule(static)
    for (int i = 0; i < N; i++) {
        const float* a = x + (size_t)i * d;
        float* o = sum + (size_t)i * d;
        float squares = 0;
        if (y) {
            const bf16* b = y + (size_t)i * d;
            for (int k = 0; k < d; k++) o[k] = a[k] + widen(b[k]);
        } else {
            memcpy(o, a, sizeof(float) * d);
        }
        float16v acc = {};
        for (int k = 0; k < d; k += 16) {
            float16v v = load(o + k);
            acc += v * v;
        }
        squares = sum_of(acc);
        float r = 1.f / sqrtf(squares / d + eps);
        inverse[i] = r;
        bf16* q = out + (size_t)i * d;
        for (int k = 0; k < d; k++) q[k] = narrow(o[k] * r * weight[k]);
    }
}

// dx (+)= gradient through the norm of dy; dxb = bf16(dx); dweight accumulates.
void rms_backward(const float* x, const float* inverse, const float* weight, const bf16* dy, float* dx, bf16* dxb, float* dweight, int N, int d, int accumulate) {
    int threads = omp_get_max_threads();
    std::vector<float> partial((size_t)threads * d, 0.f);
#pragma omp parallel
    {
        float* mine = &partial[(size_t)omp_get_thread_num() * d];
        std::vector<float> g(d);
#pragma omp for schedule(static)
        for (int i = 0; i < N; i++) {
            const float* a = x + (size_t)i * d;
            float* o = dx + (size_t)i * d;
            bf16* ob = dxb + (size_t)i * d;
            float r = inverse[i];
            widen_row(dy + (size_t)i * d, g.data(), d);
            float16v acc = {};
            for (int k = 0; k < d; k += 16) acc += load(&g[k]) * load(weight + k) * load(a + k);
            float c = sum_of(acc) * r * r * r / d;
            for (int k = 0; k < d; k++) mine[k] += g[k] * a[k] * r;
            if (!accumulate) memset(o, 0, sizeof(float) * d);
            for (int k = 0; k < d; k++) o[k] += g[k] * weight[k] * r - a[k] * c;
            narrow_row(o, ob, d);
        }
    }
    for (int t = 0; t < threads; t++)
        for (int k = 0; k < d; k++) dweight[k] += partial[(size_t)t * d + k];
}

// out = silu(gate) * up, where gate_up is [N, 2f].
void swiglu_forward(const bf16* gate_up, bf16* out, int N, int f) {
#pragma omp parallel for schedule(static)
    for (int i = 0; i < N; i++) {
        const bf16 *gate = gate_up + (size_t)i * 2 * f, *up = gate + f;
        bf16* o = out + (size_t)i * f;
        float tmp[16], g[16], u[16];
        for (int k = 0; k < f; k += 16) {
            widen_row(gate + k, g, 16);
            widen_row(up + k, u, 16);
            float16v x = load(g);
            store(tmp, x / (1.f + vexp(-x)) * load(u));
            narrow_row(tmp, o + k, 16);
        }
    }
}

// In place: gate_up becomes its own gradient.
void swiglu_backward(bf16* gate_up, const bf16* dout, int N, int f) {
#pragma omp parallel for schedule(static)
    for (int i = 0; i < N; i++) {
        bf16 *gate = gate_up + (size_t)i * 2 * f, *up = gate + f;
        const bf16* o = dout + (size_t)i * f;
        float g[16], u[16], w[16], tmp[16];
        for (int k = 0; k < f; k += 16) {
            widen_row(gate + k, g, 16);
            widen_row(up + k, u, 16);
            widen_row(o + k, w, 16);
            float16v x = load(g), y = load(u), grad = load(w);
            float16v s = 1.f / (1.f + vexp(-x));
            store(tmp, grad * y * s * (1.f + x * (1.f - s)));
            narrow_row(tmp, gate + k, 16);
            store(tmp, grad * x * s);
            narrow_row(tmp, up + k, 16);
        }
    }
}

// Rotates neighbouring pairs of queries and keys in qkv by the angles of position[i]; direction -1 undoes it.
void rope(bf16* qkv, const int* position, const float* cosine, const float* sine, int N, int H, float direction) {
    int d = H * HEAD, half = HEAD / 2;
#pragma omp parallel for schedule(static)
    for (int i = 0; i < N; i++) {
        const float *c = cosine + (size_t)position[i] * half, *s = sine + (size_t)position[i] * half;
        for (int m = 0; m < 2 * H; m++) {
            bf16* p = qkv + (size_t)i * 3 * d + (size_t)m * HEAD;
            for (int k = 0; k < half; k++) {
                float a = widen(p[2 * k]), b = widen(p[2 * k + 1]), sn = s[k] * direction;
                p[2 * k] = narrow(a * c[k] - b * sn);
                p[2 * k + 1] = narrow(a * sn + b * c[k]);
            }
        }
    }
}

// Causal attention.  out is [N, d]; lse [N, H] is the log of each row's sum of exponentials, kept for the way back.
// Four queries are worked on together; keys are transposed so that sixteen of them are compared at a time.
void attention_forward(const bf16* qkv, bf16* out, float* lse, const int* start, int documents, int H) {
    int d = H * HEAD;
    float scale = 1.f / sqrtf((float)HEAD);
#pragma omp parallel
    {
        std::vector<float> Q, KT, V, S;
#pragma omp for schedule(dynamic, 2)
        for (int task = 0; task < documents * H; task++) {
            int doc = task / H, h = task % H, b = start[doc], n = start[doc + 1] - b, np = (n + 15) & ~15, nq = (n + 3) & ~3;
            Q.assign((size_t)nq * HEAD, 0.f);
            V.assign((size_t)np * HEAD, 0.f);
            KT.assign((size_t)np * HEAD, 0.f);
            S.resize((size_t)np * 4);
            for (int i = 0; i < n; i++) {
                const bf16* p = qkv + (size_t)(b + i) * 3 * d + h * HEAD;
                for (int k = 0; k < HEAD; k++) {
                    Q[i * HEAD + k] = widen(p[k]) * scale;
                    KT[(size_t)k * np + i] = widen(p[d + k]);
                    V[i * HEAD + k] = widen(p[2 * d + k]);
                }
            }
            for (int i0 = 0; i0 < n; i0 += 4) {
                int width = (i0 + 4 + 15) & ~15;
                if (width > np) width = np;
                const float* q = &Q[(size_t)i0 * HEAD];
                float* s = S.data();
                for (int j0 = 0; j0 < width; j0 += 16) {
                    float16v a0 = {}, a1 = {}, a2 = {}, a3 = {};
                    for (int k = 0; k < HEAD; k++) {
                        float16v key = load(&KT[(size_t)k * np + j0]);
                        a0 += q[k] * key;
                        a1 += q[HEAD + k] * key;
                        a2 += q[2 * HEAD + k] * key;
                        a3 += q[3 * HEAD + k] * key;
                    }
                    store(s + j0, a0);
                    store(s + np + j0, a1);
                    store(s + 2 * np + j0, a2);
                    store(s + 3 * np + j0, a3);
                }
                float over[4];
                for (int r = 0; r < 4; r++) {
                    float* w = s + (size_t)r * np;
                    int m = i0 + r + 1 > n ? n : i0 + r + 1;
                    for (int j = m; j < width; j++) w[j] = -1e30f;
                    float16v top = load(w);
                    for (int j = 16; j < width; j += 16) {
                        float16v x = load(w + j);
                        top = top > x ? top : x;
                    }
                    float highest = max_of(top);
                    float16v total = {};
                    for (int j = 0; j < width; j += 16) {
                        float16v e = vexp(load(w + j) - highest);
                        store(w + j, e);
                        total += e;
                    }
                    float z = sum_of(total);
                    for (int j = m; j < width; j++) w[j] = 0.f;
                    if (i0 + r < n) lse[(size_t)(b + i0 + r) * H + h] = highest + logf(z);
                    over[r] = 1.f / z;
                }
                float16v c[4][2] = {};
                int last = i0 + 4 < n ? i0 + 4 : n;
                for (int j = 0; j < last; j++) {
                    float16v va = load(&V[j * HEAD]), vb = load(&V[j * HEAD + 16]);
                    for (int r = 0; r < 4; r++) {
                        float p = s[(size_t)r * np + j];
                        c[r][0] += p * va;
                        c[r][1] += p * vb;
                    }
                }
                for (int r = 0; r < 4 && i0 + r < n; r++) {
                    bf16* po = out + (size_t)(b + i0 + r) * d + h * HEAD;
                    float tmp[HEAD];
                    store(tmp, c[r][0] * over[r]);
                    store(tmp + 16, c[r][1] * over[r]);
                    narrow_row(tmp, po, HEAD);
                }
            }
        }
    }
}

void attention_backward(const bf16* qkv, const bf16* out, const bf16* dout, const float* lse, bf16* dqkv, const int* start, int documents, int H) {
    int d = H * HEAD;
    float scale = 1.f / sqrtf((float)HEAD);
#pragma omp parallel
    {
        std::vector<float> Q, K, KT, VT, G, dK, dV, S, D;
#pragma omp for schedule(dynamic, 2)
        for (int task = 0; task < documents * H; task++) {
            int doc = task / H, h = task % H, b = start[doc], n = start[doc + 1] - b, np = (n + 15) & ~15, nq = (n + 3) & ~3;
            Q.assign((size_t)nq * HEAD, 0.f);
            G.assign((size_t)nq * HEAD, 0.f);
            K.assign((size_t)np * HEAD, 0.f);
            KT.assign((size_t)np * HEAD, 0.f);
            VT.assign((size_t)np * HEAD, 0.f);
            dK.assign((size_t)np * HEAD, 0.f);
            dV.assign((size_t)np * HEAD, 0.f);
            S.resize(4 * np);
            D.resize(4 * np);
            for (int i = 0; i < n; i++) {
                const bf16* p = qkv + (size_t)(b + i) * 3 * d + h * HEAD;
                const bf16* g = dout + (size_t)(b + i) * d + h * HEAD;
                for (int k = 0; k < HEAD; k++) {
                    Q[i * HEAD + k] = widen(p[k]) * scale;
                    float key = widen(p[d + k]);
                    K[i * HEAD + k] = key;
                    KT[(size_t)k * np + i] = key;
                    VT[(size_t)k * np + i] = widen(p[2 * d + k]);
                    G[i * HEAD + k] = widen(g[k]);
                }
            }
            for (int i0 = 0; i0 < n; i0 += 4) {
                int width = (i0 + 4 + 15) & ~15;
                if (width > np) width = np;
                const float *q = &Q[(size_t)i0 * HEAD], *g = &G[(size_t)i0 * HEAD];
                float *s = S.data(), *e = D.data();
                float inner[4], norm[4];
                for (int r = 0; r < 4; r++) {
                    inner[r] = 0;
                    norm[r] = 0;
                    if (i0 + r < n) {
                        const bf16* po = out + (size_t)(b + i0 + r) * d + h * HEAD;
                        for (int k = 0; k < HEAD; k++) inner[r] += g[r * HEAD + k] * widen(po[k]);
                        norm[r] = lse[(size_t)(b + i0 + r) * H + h];
                    }
                }
                for (int j0 = 0; j0 < width; j0 += 16) {
                    float16v a[4] = {}, c[4] = {};
                    for (int k = 0; k < HEAD; k++) {
                        float16v key = load(&KT[(size_t)k * np + j0]), val = load(&VT[(size_t)k * np + j0]);
                        for (int r = 0; r < 4; r++) {
                            a[r] += q[r * HEAD + k] * key;
                            c[r] += g[r * HEAD + k] * val;
                        }
                    }
                    for (int r = 0; r < 4; r++) {
                        float16v p = vexp(a[r] - norm[r]);
                        store(s + (size_t)r * np + j0, p);
                        store(e + (size_t)r * np + j0, p * (c[r] - inner[r]));
                    }
                }
                for (int r = 0; r < 4; r++)
                    for (int j = i0 + r < n ? i0 + r + 1 : 0; j < width; j++) s[(size_t)r * np + j] = e[(size_t)r * np + j] = 0;
                float16v dq[4][2] = {}, qa[4], qb[4], ga[4], gb[4];
                for (int r = 0; r < 4; r++) {
                    qa[r] = load(q + r * HEAD);
                    qb[r] = load(q + r * HEAD + 16);
                    ga[r] = load(g + r * HEAD);
                    gb[r] = load(g + r * HEAD + 16);
                }
                int last = i0 + 4 < n ? i0 + 4 : n;
                for (int j = 0; j < last; j++) {
                    float16v ka = load(&K[j * HEAD]), kb = load(&K[j * HEAD + 16]);
                    float *dk = &dK[j * HEAD], *dv = &dV[j * HEAD];
                    float16v xa = load(dk), xb = load(dk + 16), ya = load(dv), yb = load(dv + 16);
                    for (int r = 0; r < 4; r++) {
                        float ds = e[(size_t)r * np + j], p = s[(size_t)r * np + j];
                        dq[r][0] += ds * ka;
                        dq[r][1] += ds * kb;
                        xa += ds * qa[r];
                        xb += ds * qb[r];
                        ya += p * ga[r];
                        yb += p * gb[r];
                    }
                    store(dk, xa);
                    store(dk + 16, xb);
                    store(dv, ya);
                    store(dv + 16, yb);
                }
                for (int r = 0; r < 4 && i0 + r < n; r++) {
                    bf16* pq = dqkv + (size_t)(b + i0 + r) * 3 * d + h * HEAD;
                    float tmp[HEAD];
                    store(tmp, dq[r][0] * scale);
                    store(tmp + 16, dq[r][1] * scale);
                    narrow_row(tmp, pq, HEAD);
                }
            }
            for (int i = 0; i < n; i++) {
                bf16* pk = dqkv + (size_t)(b + i) * 3 * d + d + h * HEAD;
                narrow_row(&dK[i * HEAD], pk, HEAD);
                narrow_row(&dV[i * HEAD], pk + d, HEAD);
            }
        }
    }
}

// logits [N, V] become their own gradient, scaled by weight * inverse_total; loss[i] is the weighted loss of row i.
// V must be a multiple of 16.  smoothing: share of the target spread evenly over the vocabulary.
void cross_entropy(bf16* logits, const int* target, const float* weight, float inverse_total, float smoothing, float* loss, int N, int V) {
#pragma omp parallel
    {
        std::vector<float> e(V);
#pragma omp for schedule(static)
        for (int i = 0; i < N; i++) {
            bf16* p = logits + (size_t)i * V;
            loss[i] = 0;
            if (weight[i] == 0.f) {
                memset(p, 0, 2 * (size_t)V);
                continue;
            }
            widen_row(p, e.data(), V);
            float16v top = load(&e[0]), all = {};
            for (int k = 0; k < V; k += 16) {
                float16v x = load(&e[k]);
                top = top > x ? top : x;
                all += x;
            }
            float highest = max_of(top), right = e[target[i]], mean = sum_of(all) / V;
            float16v total = {};
            for (int k = 0; k < V; k += 16) {
                float16v x = vexp(load(&e[k]) - highest);
                store(&e[k], x);
                total += x;
            }
            float z = sum_of(total);
            loss[i] = (logf(z) + highest - (1 - smoothing) * right - smoothing * mean) * weight[i];
            float s = weight[i] * inverse_total / z, even = weight[i] * inverse_total * smoothing / V;
            for (int k = 0; k < V; k++) e[k] = e[k] * s - even;
            e[target[i]] -= weight[i] * inverse_total * (1 - smoothing);
            narrow_row(e.data(), p, V);
        }
    }
}

void embedding_forward(const float* table, const int* tokens, float* x, int N, int d) {
#pragma omp parallel for
    for (int i = 0; i < N; i++) memcpy(x + (size_t)i * d, table + (size_t)tokens[i] * d, sizeof(float) * d);
}

// Each thread owns some columns, so rows of the same token never race.  d must be a multiple of 16.
void embedding_backward(float* dtable, const int* tokens, const float* dx, int N, int d) {
#pragma omp parallel
    {
        int threads = omp_get_num_threads(), t = omp_get_thread_num();
        int from = (int)((long)d * t / threads) & ~15, to = t == threads - 1 ? d : ((int)((long)d * (t + 1) / threads) & ~15);
        for (int i = 0; i < N; i++) {
            float* e = dtable + (size_t)tokens[i] * d;
            const float* g = dx + (size_t)i * d;
            for (int k = from; k < to; k++) e[k] += g[k];
        }
    }
}
}
