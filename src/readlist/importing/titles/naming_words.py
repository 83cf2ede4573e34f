"""The lists of words that show where an abstract names its own work, and what is no such name."""

# What authors do with a method, a system or a data set of their own.
PROPOSING = frozenset(
    ["announce", "announces", "build", "builds", "built", "collect", "collected", "construct", "constructed", "constructs", "contribute", "contributes", "create", "created", "creates", "curate", "curated", "describe", "described", "describes", "design", "designed", "designs", "develop", "developed", "develops", "devise", "devised", "devises", "establish", "formulate", "formulates", "implement", "implemented", "implements", "introduce", "introduced", "introduces", "introducing", "offer", "offers", "present", "presented", "presenting", "presents", "propose", "proposed", "proposes", "proposing", "provide", "provides", "publish", "put", "release", "released", "releases", "report", "suggest", "suggests", "unveil", "unveils"]
)

# What the authors of a theory or of a study do instead.
STUDYING = frozenset(
    ["address", "addresses", "aim", "aims", "analyse", "analyses", "analyze", "analyzes", "characterize", "compare", "concerned", "consider", "considers", "construct", "derive", "discuss", "discusses", "establish", "estimate", "examine", "examines", "explore", "explores", "extend", "find", "focus", "focuses", "generalize", "identify", "investigate", "investigates", "measure", "observe", "obtain", "prove", "reformulate", "review", "reviews", "revisit", "show", "studies", "study", "survey", "surveys", "tackle"]
)

# Verbs whose object is followed by its name.
CALLING = frozenset(
    ["call", "calling", "calls", "dub", "dubbing", "dubs", "name", "naming", "term", "terming"]
)

# Participles that a name follows.
NAMING = frozenset(
    ["abbreviated", "called", "christened", "coined", "denominated", "denoted", "dubbed", "entitled", "named", "namely", "nicknamed", "termed", "titled"]
)

# What a name is the name of.
KINDS = frozenset(
    ["algorithm", "approach", "architecture", "attack", "benchmark", "corpus", "dataset", "estimator", "framework", "library", "loss", "mechanism", "method", "metric", "model", "module", "network", "optimizer", "paradigm", "pipeline", "platform", "protocol", "scheme", "strategy", "system", "technique", "toolkit"]
)

# Well-known things that papers build on or compare with, in lower case: names, but hardly ever
# the name of the paper at hand.
COMMON_NAMES = frozenset(
    ["13b", "2d", "3d", "3dgs", "4d", "5g", "6g", "70b", "7b", "8b", "adam", "adamw", "ae", "ai", "ai-generated", "aigc", "alexnet", "alma", "alphafold", "alphago", "amazon", "ann", "anns", "ap", "api", "apis", "ar", "arxiv", "asr", "auc", "auprc", "auroc", "aws", "b", "bart", "bayesian", "bert", "bertscore", "bleu", "bm25", "c", "c4", "caffe", "cctv", "cd", "celeba", "cfd", "chatgpt", "cifar", "cifar-10", "cifar-100", "cifar10", "cifar100", "claude", "cli", "clip", "cmb", "cnn", "cnns", "coco", "codex", "cot", "covid", "covid-19", "cpu", "cpus", "crf", "crispr", "ct", "cuda", "cv", "cvpr", "d", "dag", "dags", "db", "dbpedia", "dcf", "ddim", "ddpm", "deepseek", "deepseek-r1", "dl", "dna", "dnn", "dnns", "dp", "dp-sgd", "dpm", "dpo", "dqn", "drl", "dsp", "ecg", "eeg", "ehr", "elmo", "em", "eu", "eus", "ev", "evs", "f", "f1", "facebook", "fbi", "fedavg", "fid", "fl", "flops", "fmri", "fp16", "fpga", "fps", "gan", "gans", "gat", "gcn", "gcns", "gdp", "gdpr", "gemini", "genai", "github", "glue", "gmm", "gnn", "gnns", "google", "gp", "gps", "gpt", "gpt-2", "gpt-3", "gpt-3.5", "gpt-4", "gpt-4o", "gpt-4v", "gpt2", "gpt3", "gpt4", "gpu", "gpus", "graphsage", "grpo", "gru", "gsm8k", "gui", "hci", "hessian", "hi", "hiv", "hmm", "hpc", "html", "http", "huggingface", "human", "humaneval", "ica", "iccv", "icd", "iclr", "icml", "id", "ieee", "ii", "iid", "iii", "imagenet", "imagenet-1k", "imdb", "imu", "in", "iot", "iou", "ip", "ipa", "iq", "ir", "iv", "ivf", "java", "javascript", "json", "jwst", "k-means", "kaggle", "kg", "kgs", "kkt", "kl", "knn", "lasso", "latex", "ldm", "ldpc", "led", "legal", "lfw", "lhc", "lidar", "linkedin", "linux", "llama", "llama-2", "llama-3", "llama2", "llama3", "llava", "llm", "llms", "lm", "lms", "lora", "loso", "lq", "lstm", "lstms", "ltl", "mab", "mae", "mag", "mamba", "map", "marl", "math", "matlab", "mc", "mcmc", "mct", "mdp", "mdps", "mimic", "mimo", "ml", "mle", "mllm", "mllms", "mlp", "mlps", "mmlu", "mnist", "mobilenet", "moe", "mos", "mpc", "mr", "mri", "mrr", "ms", "ms-coco", "mscoco", "mse", "msmt17", "mt", "mteb", "mu", "multi-gpu", "nas", "nasa", "nba", "nerf", "nerfs", "neurips", "nft", "nfts", "nlg", "nli", "nlp", "nlu", "nmt", "nn", "nns", "non-iid", "np", "np-hard", "nyu", "o1", "ocr", "ode", "odes", "ofdm", "ogb", "ok", "ood", "openai", "openstreetmap", "opt", "os", "p2p", "pac", "pagerank", "pc", "pca", "pde", "pdes", "pdf", "pet", "pinn", "pinns", "pomdp", "pomdps", "ppo", "psnr", "pytorch", "q-learning", "qa", "qcd", "qed", "qkd", "qos", "qr", "quic", "qwen", "qwen2", "r", "r-cnn", "rag", "ram", "rct", "re-id", "reddit", "reid", "relu", "resnet", "resnet-50", "resnet50", "rgb", "rgb-d", "rl", "rlhf", "rlvr", "rmse", "rna", "rnn", "rnn-t", "rnns", "roberta", "roc", "ros", "rouge", "rtl", "saes", "sam", "sars-cov-2", "sdf", "sdk", "sft", "sgd", "shap", "sift", "sim2real", "slam", "slu", "smpl", "smt", "snr", "soc", "sota", "spice", "spo", "sql", "squad", "squeezenet", "sr", "ssim", "ssl", "stem", "stft", "stylegan", "stylegan2", "svd", "svm", "svms", "swin", "sym", "t2i", "t5", "tcp", "tensorflow", "tf-idf", "tpu", "tpus", "transformer", "transformers", "tts", "tv", "twitter", "u-net", "uav", "uavs", "ucb", "uci", "ui", "uk", "un", "unet", "unix", "us", "usa", "usd", "v1", "v2", "vae", "vaes", "vc-dimension", "vgg", "vgg16", "vit", "vits", "vl", "vla", "vlas", "vlm", "vlms", "voc", "vqa", "vr", "wgan", "wifi", "wikidata", "wikipedia", "word2vec", "wsd", "xai", "xgboost", "xlm-r", "xr", "yolo", "yolov5", "youtube"]
)
