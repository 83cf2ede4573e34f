"""The lists of words that show where an abstract names its own work, and what is no such name."""

from readlist.importing.titles.word_set import word_set

# What authors do with a method, a system or a data set of their own.
PROPOSING = word_set(
    """
    announce announces build builds built collect collected construct constructed constructs
    contribute contributes create created creates curate curated describe described describes
    design designed designs develop developed develops devise devised devises establish
    formulate formulates implement implemented implements introduce introduced introduces
    introducing offer offers present presented presenting presents propose proposed proposes
    proposing provide provides publish put release released releases report suggest suggests
    unveil unveils
    """
)

# What the authors of a theory or of a study do instead.
STUDYING = word_set(
    """
    address addresses aim aims analyse analyses analyze analyzes characterize compare concerned
    consider considers construct derive discuss discusses establish estimate examine examines
    explore explores extend find focus focuses generalize identify investigate investigates
    measure observe obtain prove reformulate review reviews revisit show studies study survey
    surveys tackle
    """
)

# Verbs whose object is followed by its name.
CALLING = word_set("call calling calls dub dubbing dubs name naming term terming")

# Participles that a name follows.
NAMING = word_set(
    """
    abbreviated called christened coined denominated denoted dubbed entitled named namely
    nicknamed termed titled
    """
)

# What a name is the name of.
KINDS = word_set(
    """
    algorithm approach architecture attack benchmark corpus dataset estimator framework library
    loss mechanism method metric model module network optimizer paradigm pipeline platform
    protocol scheme strategy system technique toolkit
    """
)

# Acronyms of a field, of units and of bodies, in lower case: written as names are, but never the
# name of the paper at hand.
COMMON_TERMS = word_set(
    """
    13b 2d 3d 3dgs 4d 5g 6g 70b 7b 8b ae ai ai-generated aigc alma ann anns ap api apis ar asr
    auc auprc auroc aws b bayesian c cctv cd cfd cli cmb cnn cnns cot covid covid-19 cpu cpus
    crf crispr ct cuda cv cvpr d dag dags db dcf ddim ddpm dl dna dnn dnns dp dp-sgd dpm dpo dqn
    drl dsp ecg eeg ehr em eu eus ev evs f f1 fbi fid fl flops fmri fp16 fpga fps gan gans gcns
    gdp gdpr genai gmm gnn gnns gp gps gpu gpus gru gui hci hessian hi hiv hmm hpc html http
    human ica iccv icd iclr icml id ieee ii iid iii imdb imu in iot iou ip ipa iq ir iv ivf java
    json jwst k-means kg kgs kkt kl knn ldm ldpc led legal lhc lidar llm llms lm lms loso lq
    lstm lstms ltl mab mag map marl math mc mcmc mct mdp mdps mimo ml mle mllm mllms mlp mlps
    moe mos mpc mr mri mrr ms mse mt mteb mu multi-gpu nas nasa nba nerfs neurips nft nfts nlg
    nli nlp nlu nmt nn nns non-iid np np-hard nyu o1 ocr ode odes ofdm ok ood opt os p2p pac pc
    pca pde pdes pdf pet pinn pinns pomdp pomdps psnr q-learning qa qcd qed qkd qos qr quic r
    r-cnn rag ram rct re-id reid relu rgb rgb-d rl rlhf rlvr rmse rna rnn rnn-t rnns roc ros rtl
    saes sars-cov-2 sdf sdk sft sgd sift sim2real slam slu smpl smt snr soc sota spo sql sr ssim
    ssl stem stft svd svm svms sym t2i tcp tf-idf tpu tpus transformer transformers tts tv uav
    uavs ucb uci ui uk un us usa usd v1 v2 vae vaes vc-dimension vit vits vl vla vlas vlm vlms
    voc vqa vr wgan wifi wsd xai xr
    """
)

# Well-known models, data sets and tools, in lower case: most papers that mention one build on it
# or compare with it.
COMMON_NAMES = word_set(
    """
    adam adamw ade20k alexnet alphafold alphago arxiv bart bert bertscore bleu bm25 c4 caffe
    celeba chatgpt cifar cifar-10 cifar-100 cifar10 cifar100 cityscapes claude clip coco codex
    dbpedia deepseek deepseek-r1 dino dinov2 elmo facebook fedavg gat gcn gemini github glue
    google gpt gpt-2 gpt-3 gpt-3.5 gpt-4 gpt-4o gpt-4v gpt2 gpt3 gpt4 graphsage grpo gsm8k
    hubert huggingface humaneval imagenet imagenet-1k javascript kaggle kitti laion lasso latex
    lfw linkedin linux llama llama-2 llama-3 llama2 llama3 llava lora mae matlab mimic
    mmlu mnist mobilenet modelnet ms-coco mscoco msmt17 nerf ogb openai openstreetmap pagerank
    ppo pytorch qwen qwen2 reddit resnet resnet-50 resnet50 roberta rouge sam shap shapenet
    spice squad squeezenet stylegan stylegan2 swin t5 tensorflow twitter u-net unet unix vgg
    vgg16 wikidata wikipedia word2vec wordnet xgboost xlm-r yolo yolov5 youtube
    """
)
